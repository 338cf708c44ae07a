export { createOperationRunner } from './create-operation-runner.server.ts';
export { parseDetail } from './detail.server.ts';
export { parseSettings, type StoredSettings } from './settings.server.ts';
export type {
  AskingChunk,
  Confirmation,
  OperationProblem,
  OperationRunner,
  OperationRunnerOptions,
  OperationSettings,
  OperationState,
  Person,
  RetryOffer,
  WaitReason,
} from './types.server.ts';
