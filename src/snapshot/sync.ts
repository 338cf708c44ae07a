export { SyncError } from './sync-error.ts';
export { syncCatalogs, type SyncOptions, type SyncProgress } from './sync-catalogs.ts';
