/** A value of a facet as it is offered. */
export interface FacetOption {
  value: string;
  label: string;
  count: number;
  isChosen: boolean;
}

export interface FacetView {
  /** Values keep their natural order, instead of standing by count. */
  isOrdered: boolean;
  isUnfolded: boolean;
  /** What is written in the facet's own search box. */
  find: string;
}

export interface FacetOptions {
  /** Those that are shown; chosen ones always are. */
  shown: FacetOption[];
  /** How many more there are. */
  others: number;
  /** How many there are in all. */
  total: number;
}

export const foldedLength = 8;
/** From so many values on, a facet has a search box of its own. */
export const findableLength = 13;
/** More is not read; who looks for a value writes its name. */
const unfoldedLength = 60;

/** The values of a facet with their counts, as many as are looked at. */
export function listOptions(
  {
    values,
    labels,
    counts,
  }: { values: readonly string[]; labels: readonly string[]; counts: readonly number[] },
  chosen: readonly string[],
  { isOrdered, isUnfolded, find }: FacetView,
): FacetOptions {
  const options = values.map((value, place) => ({
    value,
    label: labels[place] ?? value,
    count: counts[place] ?? 0,
    isChosen: chosen.includes(value),
  }));
  if (!isOrdered) options.sort((one, other) => other.count - one.count);
  const wanted = fold(find);
  const found = options.filter(
    ({ label, isChosen }) => isChosen || wanted === '' || fold(label).includes(wanted),
  );
  const length = isUnfolded || wanted !== '' ? unfoldedLength : foldedLength;
  const shown = found.filter(({ isChosen }, place) => place < length || isChosen);
  return { shown, others: found.length - shown.length, total: values.length };
}

/** Text without case and accents, to compare what is typed with what is written. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
