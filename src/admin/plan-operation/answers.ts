import {
  EnterpriseApiAuthError,
  EnterpriseApiConnectionError,
  EnterpriseApiError,
  EnterpriseApiHttpError,
  EnterpriseApiOutcomeError,
  EnterpriseApiResponseError,
  EnterpriseApiTimeoutError,
  type AssignmentResult,
  type BulkEnrollmentResult,
  type RevocationResult,
} from '#enterprise-api';
import type { AddressOutcome, ChunkAnswer } from './progress-types.ts';

const postponedStatuses: Record<number, 'locked' | 'throttled'> = {
  423: 'locked',
  429: 'throttled',
};

export function answerOfAssignment({ assigned, alreadyAssociated }: AssignmentResult): ChunkAnswer {
  return {
    kind: 'answered',
    outcomes: [
      ...assigned.map(({ email, licenseUuid }) =>
        succeeded(email, { code: 'assigned', licenseUuid }),
      ),
      ...alreadyAssociated.map((email) => succeeded(email, { code: 'already-associated' })),
    ],
  };
}

/** Nothing to revoke is as good as done (peers §5.8). */
export function answerOfRevocation({ entries }: RevocationResult): ChunkAnswer {
  return {
    kind: 'answered',
    outcomes: entries.map((entry) =>
      entry.outcome === 'failed'
        ? {
            email: entry.email,
            outcome: 'failed',
            detail:
              entry.reason === undefined
                ? { code: 'not-named' }
                : { code: 'not-revoked', reason: entry.reason },
          }
        : succeeded(entry.email, { code: entry.outcome }),
    ),
  };
}

/**
 * Of one chunk, which is one call of the client. Were it more than one, of which a later one failed, nobody could
 * say what to send again.
 */
export function answerOfEnrollment({ jobs, failure }: BulkEnrollmentResult): ChunkAnswer {
  if (failure !== undefined) return { kind: 'lost' };
  return {
    kind: 'answered',
    outcomes: jobs.flatMap(({ emails, courseRunKeys, jobId }) =>
      emails.flatMap((email) =>
        courseRunKeys.map((courseRunKey) => ({
          ...succeeded(email, { code: 'accepted', jobId }),
          courseRunKey,
        })),
      ),
    ),
  };
}

/**
 * What an error of the client says about its request. A lost answer is an `EnterpriseApiOutcomeError`, so another
 * error of the service is its refusal, or one of the token before it: nothing was done then. Anything else, an
 * abort included, is a lost answer.
 */
export function answerOfError(error: unknown): ChunkAnswer {
  if (!(error instanceof EnterpriseApiError) || error instanceof EnterpriseApiOutcomeError) {
    return { kind: 'lost' };
  }
  if (error instanceof EnterpriseApiAuthError) return { kind: 'postponed', reason: 'no-access' };
  if (error instanceof EnterpriseApiHttpError) return answerOfHttpError(error);
  const isNeverTaken = error instanceof EnterpriseApiResponseError && error.fault === 'redirect';
  const isUnreachable =
    error instanceof EnterpriseApiConnectionError ||
    error instanceof EnterpriseApiTimeoutError ||
    (error instanceof EnterpriseApiResponseError && !isNeverTaken);
  return isUnreachable
    ? { kind: 'postponed', reason: 'unreachable' }
    : { kind: 'refused', detail: { code: 'refused', reason: error.message } };
}

function answerOfHttpError(error: EnterpriseApiHttpError): ChunkAnswer {
  const { status, detail, isStructured, retryAfterMs: waitMs } = error;
  const isOutage = status >= 500 || (status === 400 && !isStructured);
  const reason = isOutage ? 'unreachable' : postponedStatuses[status];
  if (reason === undefined) return { kind: 'refused', detail: { code: 'refused', reason: detail } };
  return { kind: 'postponed', reason, ...(waitMs !== undefined && { waitMs }) };
}

function succeeded(email: string, detail: AddressOutcome['detail']): AddressOutcome {
  return { email, outcome: 'succeeded', detail };
}
