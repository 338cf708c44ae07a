export { SyncError, SyncRefusedError, gateRules, type GateRule } from './sync-error.ts';
export {
  syncCatalogs,
  type SyncOptions,
  type SyncPolicy,
  type SyncProgress,
} from './sync-catalogs.ts';
