import type { FacetColumn } from './search-data.ts';

/** A value of a facet as it is offered. */
export interface FacetOption {
  value: string;
  label: string;
  count: number;
  isChosen: boolean;
  /** False while the list is folded; chosen values always show. */
  isShown: boolean;
}

export interface FacetView {
  /** Values keep their natural order, instead of standing by count. */
  isOrdered: boolean;
  isUnfolded: boolean;
  /** What is written in the facet's own search box. */
  find: string;
}

export const foldedLength = 8;
/** From so many values on, a facet has a search box of its own. */
export const findableLength = 13;

/** All values of a facet with their counts, chosen ones included even where no item has them. */
export function listOptions(
  { values, labels }: FacetColumn,
  counts: readonly number[],
  chosen: readonly string[],
  { isOrdered, isUnfolded, find }: FacetView,
): FacetOption[] {
  const known = values.map((value, place) => ({
    value,
    label: labels[place] ?? value,
    count: counts[place] ?? 0,
  }));
  const unknown = chosen
    .filter((value) => !values.includes(value))
    .map((value) => ({ value, label: value, count: 0 }));
  const options = [...known, ...unknown];
  if (!isOrdered) options.sort((one, other) => other.count - one.count);

  const wanted = fold(find);
  return options.map((option, place) => {
    const isChosen = chosen.includes(option.value);
    const isFound =
      wanted === '' ? isUnfolded || place < foldedLength : fold(option.label).includes(wanted);
    return { ...option, isChosen, isShown: isChosen || isFound };
  });
}

/** Text without case and accents, to compare what is typed with what is written. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
