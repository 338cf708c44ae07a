import type { AddressEntry, AddressProblem, AddressReading } from '#admin/addresses';
import { addressesOf, countOf } from '../count.ts';

export const addressProblemWords: Record<AddressProblem, string> = {
  'missing-at': 'There is no @ in it',
  'several-ats': 'There is more than one @ in it',
  space: 'There is a space in it',
  'not-ascii': 'There are letters in it that the service does not take',
  'too-long': 'It is too long',
  'local-part': 'What stands before the @ can’t be in an address',
  domain: 'What stands after the @ is no domain',
  'salesforce-id': 'Its Salesforce id does not have 18 characters',
};

/** What was read of one address, and why it does not count. */
export function describeEntry(entry: AddressEntry): { address: string; why: string } {
  switch (entry.class) {
    case 'valid':
      return { address: entry.email, why: '' };
    case 'over-limit':
      return { address: entry.email, why: 'There is no room for it in one review' };
    case 'duplicate':
      return { address: entry.email, why: `Same as line ${String(entry.firstLine)}` };
    case 'invalid':
      return { address: entry.text, why: addressProblemWords[entry.problem] };
  }
}

/** What needs a person comes first. */
const order: AddressEntry['class'][] = ['invalid', 'over-limit', 'duplicate', 'valid'];

export function byAttention(entries: readonly AddressEntry[], limit: number): AddressEntry[] {
  return order
    .flatMap((wanted) => entries.filter((entry) => entry.class === wanted))
    .slice(0, limit);
}

/** What was read of a table, since its other cells are not: the column, and the Salesforce ids beside it. */
export function describeTable({ column, entries, skippedLines }: AddressReading): string {
  if (column === undefined) return '';
  const { position, header } = column;
  const ids = entries.filter((entry) => 'salesforceId' in entry).length;
  return [
    `The addresses stand in column ${String(position)}${header === undefined ? '' : `, “${header}”`}.`,
    ...(ids > 0 ? [`${addressesOf(ids)} with a Salesforce id.`] : []),
    ...(skippedLines.length > 0
      ? [`${countOf(skippedLines.length, 'line')} without an address.`]
      : []),
  ].join(' ');
}
