export { readAddresses, removeLastAddresses } from './addresses/index.ts';
export type { AddressEntry, AddressProblem, AddressReading } from './addresses/index.ts';
export * from './plans/index.ts';
export * from './plan-operation/index.ts';
export * from './enrollable-runs/index.ts';
export * from './plan-forms/index.ts';
export * from './learners/index.ts';
export { adminPaths } from './paths.ts';
