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
