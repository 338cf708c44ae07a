import {
  EnterpriseApiAuthError,
  EnterpriseApiConnectionError,
  EnterpriseApiHttpError,
  EnterpriseApiTimeoutError,
} from '#enterprise-api';

/** Why the learner summary could not be read, with what a person can do: nothing of what the service sent. */
const sentences = {
  'credentials-refused':
    'The Enterprise API does not accept the credentials of this site. Whoever runs it has to check them.',
  forbidden:
    'The credentials of this site may not read the learner summary. Ask edX for access to it.',
  throttled: 'The Enterprise API asks to wait longer than this site does. Try again later.',
  unreachable: 'The Enterprise API could not be reached. Try again later.',
  'too-slow': 'The Enterprise API did not answer in time. Try again later.',
  unavailable: 'The Enterprise API has trouble. Try again later.',
  'unexpected-answer':
    'The Enterprise API sent something that is not a learner summary. Whoever runs this site has to look at it.',
  incomplete:
    'Some pages of the learner summary could not be read, so what was read before is kept. Try again later.',
  stopped: 'The server is stopping. Try again in a minute.',
} as const;

export type LearnerDataFailure = keyof typeof sentences;

/** Its message is for the person who asked, its `reason` for code and log; neither says anything of a learner. */
export class LearnerDataError extends Error {
  override name = 'LearnerDataError' as const;
  readonly reason: LearnerDataFailure;

  constructor(reason: LearnerDataFailure) {
    super(sentences[reason]);
    this.reason = reason;
  }
}

export function failureOfError(error: unknown): LearnerDataFailure {
  if (error instanceof LearnerDataError) return error.reason;
  if (error instanceof EnterpriseApiAuthError) return 'credentials-refused';
  if (error instanceof EnterpriseApiConnectionError) return 'unreachable';
  if (error instanceof EnterpriseApiTimeoutError) return 'too-slow';
  if (!(error instanceof EnterpriseApiHttpError)) return 'unexpected-answer';
  return (
    failureOfStatus[error.status] ?? (error.status >= 500 ? 'unavailable' : 'unexpected-answer')
  );
}

/** The deployed gateway turns outages of a service into 400 (api-ground-truth §0.5). */
const failureOfStatus: Record<number, LearnerDataFailure> = {
  400: 'unavailable',
  401: 'credentials-refused',
  403: 'forbidden',
  429: 'throttled',
};
