export { readAddresses } from './read-addresses.ts';
export { removeLastAddresses } from './remove-last.ts';
export type { AddressEntry, AddressProblem, AddressReading } from './types.ts';
