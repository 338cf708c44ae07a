const numbers = new Intl.NumberFormat('en');

/** "1 address", "1,200 addresses". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

export const formatNumber = (number: number): string => numbers.format(number);
