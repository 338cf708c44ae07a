import type { TermCount } from '#catalog';

export interface TermGroup {
  /** Capital letter without accent; undefined for what begins with a digit or sign. */
  initial: string | undefined;
  terms: TermCount[];
}

/** Terms by their first letter, in the order in which they come. */
export function groupTerms(terms: readonly TermCount[]): TermGroup[] {
  const groups = new Map<string | undefined, TermCount[]>();
  for (const term of terms) {
    const initial = initialOf(term.name);
    const group = groups.get(initial);
    if (group === undefined) groups.set(initial, [term]);
    else group.push(term);
  }
  return [...groups].map(([initial, members]) => ({ initial, terms: members }));
}

function initialOf(name: string): string | undefined {
  const first = [...name.normalize('NFD')][0]?.toUpperCase();
  return first !== undefined && /\p{L}/u.test(first) ? first : undefined;
}
