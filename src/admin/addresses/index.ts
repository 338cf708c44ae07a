export { readAddresses } from './read-addresses.ts';
export type { AddressEntry, AddressProblem, AddressReading } from './types.ts';
