export { addAuditEntry, listAuditEntries, type AuditEntry } from './audit-log.server.ts';
export { backUpStore } from './backup.server.ts';
export {
  finishChunk,
  listChunkResults,
  listChunks,
  listResults,
  markLostChunks,
  startChunk,
} from './chunks.server.ts';
export { openStore } from './open-store.server.ts';
export {
  countOutcomes,
  createOperation,
  getOperation,
  listOperations,
  listUnfinishedOperations,
  setOperationState,
  startOperation,
  type NewOperation,
} from './operations.server.ts';
export { deleteOldRows } from './retention.server.ts';
export type {
  ChunkRow,
  ChunkState,
  OperationRow,
  OperationState,
  Outcome,
  ResultRow,
  Role,
  Store,
} from './schema.server.ts';
export {
  getSessionData,
  setSessionData,
  type Session,
  type SessionLimits,
} from './sessions.server.ts';
