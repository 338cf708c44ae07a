export { findCurrentSnapshot } from './files.ts';
export {
  openCurrentSnapshot,
  openSnapshot,
  type ItemKind,
  type SnapshotReader,
  type StoredItem,
  type StoredTermKind,
} from './reader.ts';
export { formatSyncReport, type SyncReport } from './report.ts';
export { SyncError } from './sync-error.ts';
export { syncCatalogs, type SyncOptions, type SyncProgress } from './sync-catalogs.ts';
