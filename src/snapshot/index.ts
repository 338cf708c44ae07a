/** The reading side. Syncing is `#snapshot/sync`, so that pages do not carry the API's client with them. */
export { readAttempt, type SyncAttempt } from './attempt.ts';
export { fingerprintSnapshot } from './fingerprint.ts';
export { findCurrentSnapshot } from './files.ts';
export type { StoredImage } from './images.ts';
export {
  openCurrentSnapshot,
  openSnapshot,
  type ItemKind,
  type SnapshotReader,
  type StoredItem,
  type Tombstone,
} from './reader.ts';
export { formatSyncReport, type SyncReport } from './report.ts';
