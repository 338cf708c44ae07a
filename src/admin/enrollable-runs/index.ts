export { readRunKeys } from './read-run-keys.ts';
export {
  EnrollableRunsError,
  formatEnrollableRuns,
  parseEnrollableRuns,
  type EnrollableRun,
  type EnrollableRuns,
} from './schema.ts';
export { isOpen, searchRuns } from './search.ts';
