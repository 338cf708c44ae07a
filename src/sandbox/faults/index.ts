export { answerFaulty, type FetchAnswer } from './answer-faulty.ts';
export { createControl, type ControlState } from './control.ts';
export { readFaultsFile } from './read-file.ts';
export {
  createFaults,
  type AddedFault,
  type Fault,
  type FaultMatch,
  type Faults,
} from './registry.ts';
export { type FaultPlan } from './schema.ts';
