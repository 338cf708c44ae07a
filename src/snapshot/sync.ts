export { recordFailure, recordSuccess } from './attempt.ts';
export { describeDifference } from './diff.ts';
export { formatPreview, previewSync } from './preview.ts';
export {
  SyncBusyError,
  SyncError,
  SyncRefusedError,
  gateRules,
  type GateRule,
} from './sync-error.ts';
export { syncCatalogs } from './sync-catalogs.ts';
export type { SyncOptions, SyncPolicy, SyncProgress } from './sync-options.ts';
