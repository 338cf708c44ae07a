export { dryRunAssign, dryRunEnroll, dryRunRevoke, dryRunRevokeByStatus } from './dry-run.ts';
export { fingerprintOf, isChangedSince } from './fingerprint.ts';
export type {
  Block,
  Chunk,
  DryRun,
  DryRunContext,
  OperationKind,
  RevocableStatus,
  Warning,
} from './types.ts';
