export { addAuditEntry, listAuditEntries, type AuditEntry } from './audit-log.server.ts';
export { backUpStore } from './backup.server.ts';
export {
  listChunkResults,
  listChunks,
  listResults,
  markLostChunks,
  saveChunk,
  splitChunk,
  type ChunkChange,
} from './chunks.server.ts';
export { createOperation, type NewChunk, type NewOperation } from './create-operation.server.ts';
export { isPostgresUrl, openStore } from './open-store.server.ts';
export {
  countOutcomes,
  endOperation,
  getOperation,
  listOperations,
  listRetries,
  listUnfinishedOperations,
  startOperation,
  updateOperation,
  type OutcomeCounts,
} from './operations.server.ts';
export { deleteOldRows } from './retention.server.ts';
export { adoptOperation, deleteRunner, listRunners, noteRunner } from './runners.server.ts';
export type {
  ChunkRow,
  ChunkState,
  OpenStatus,
  OperationRow,
  OperationStatus,
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
export { transact } from './transact.server.ts';
