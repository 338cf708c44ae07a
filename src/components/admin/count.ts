/** "1 address", "10,000 addresses". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

export const addressesOf = (count: number): string => countOf(count, 'address', 'addresses');

export const peopleOf = (count: number): string => countOf(count, 'person', 'people');

/** Negative numbers with a true minus. */
export const formatCount = (count: number): string => numbers.format(count).replace('-', '−');

const numbers = new Intl.NumberFormat('en');
