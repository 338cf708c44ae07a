const numbers = new Intl.NumberFormat('en');

/** "1 address", "1,200 addresses". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

export const formatNumber = (number: number): string => numbers.format(number);

/** A position in an address; the first one where it is none. */
export function readPosition(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
