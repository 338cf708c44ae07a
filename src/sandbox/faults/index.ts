export { answerFaulty, type FetchAnswer } from './answer-faulty.ts';
export {
  createFaults,
  type AddedFault,
  type Fault,
  type FaultMatch,
  type FaultRegistry,
  type Faults,
} from './registry.ts';
export { type FaultPlan } from './schema.ts';
