export {
  answerOfAssignment,
  answerOfEnrollment,
  answerOfError,
  answerOfRevocation,
} from './answers.ts';
export {
  answerChunk,
  recoverChunk,
  resolveChunk,
  sendChunk,
  startProgress,
} from './chunk-states.ts';
export { dryRunRevoke, dryRunRevokeByStatus } from './dry-run-revoke.ts';
export { dryRunAssign, dryRunEnroll } from './dry-run.ts';
export { fingerprintOf, stopReasonOf, type StopReason } from './fingerprint.ts';
export { fitChunk } from './fit-chunk.ts';
export { nextStepOf, type Step } from './next-step.ts';
export type {
  AddressOutcome,
  ChunkAnswer,
  ChunkProgress,
  ChunkState,
  OutcomeDetail,
  PlanCounts,
  UnknownDecision,
} from './progress-types.ts';
export type { Block, Chunk, DryRun, DryRunContext, OperationKind, Warning } from './types.ts';
export { decideUnknown } from './unknown.ts';
