export {
  createLearnerData,
  type FirstLearnerPage,
  type LearnerData,
  type LearnerDataOptions,
  type LearnerDataState,
} from './create-learner-data.server.ts';
export { LearnerDataError, type LearnerDataFailure } from './failure.server.ts';
export type { LearnerRowPage, LearnerSet, LearnerSetFacts } from './learner-set.server.ts';
export type { LearnerOpening } from './open-learners.server.ts';
