import {
  EnterpriseApiAuthError,
  EnterpriseApiError,
  EnterpriseApiHttpError,
} from '#enterprise-api';
import { LearnerDataError } from './learner-data/index.server.ts';

/** Why a panel could not be filled, for the person who looks at it. */
export interface Failure {
  title: string;
  text: string;
}

/** What an error means, in plain words; nothing of its own message, which speaks to operators and is logged. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof LearnerDataError) {
    return { title: 'The learner summary could not be read.', text: error.message };
  }
  if (error instanceof EnterpriseApiAuthError) {
    return {
      title: 'The Enterprise API refused this site’s credentials.',
      text: 'Nobody can do anything here until whoever runs this site has set new ones.',
    };
  }
  if (error instanceof EnterpriseApiHttpError && error.status === 403) {
    return {
      title: 'The Enterprise API does not let this site see that.',
      text: 'Whoever runs this site has to ask edX for access.',
    };
  }
  if (error instanceof EnterpriseApiHttpError && error.status === 429) {
    return {
      title: 'The Enterprise API asks for a pause.',
      text: 'There were too many requests. Try again in a minute.',
    };
  }
  if (isTimeout(error)) {
    return {
      title: 'The Enterprise API took too long.',
      text: 'It did not answer in time. Try again; the other panels are not affected.',
    };
  }
  if (error instanceof EnterpriseApiError) {
    return {
      title: 'The Enterprise API could not be read.',
      text: 'It did not answer, or not in a way that makes sense. Try again; the other panels are not affected.',
    };
  }
  return {
    title: 'Something went wrong on this server.',
    text: 'It is in the server’s log. Try again, and tell whoever runs this site if it stays so.',
  };
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'TimeoutError' || error.name === 'EnterpriseApiTimeoutError')
  );
}
