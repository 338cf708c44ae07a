import {
  EnterpriseApiAuthError,
  EnterpriseApiConnectionError,
  EnterpriseApiHttpError,
  EnterpriseApiResponseError,
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
            detail: { code: 'not-revoked', reason: entry.reason },
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
 * What an error of the client says about its request. Only where the client knows that the service did nothing
 * is it refused or postponed; anything else, an abort included, is a lost answer.
 */
export function answerOfError(error: unknown): ChunkAnswer {
  if (error instanceof EnterpriseApiAuthError) return { kind: 'postponed', reason: 'no-access' };
  if (error instanceof EnterpriseApiConnectionError) {
    return { kind: 'postponed', reason: 'unreachable' };
  }
  // The only one that the client throws for a write: a redirect, which it did not follow.
  if (error instanceof EnterpriseApiResponseError) {
    return { kind: 'refused', detail: { code: 'refused', reason: error.message } };
  }
  if (!(error instanceof EnterpriseApiHttpError) || error.status >= 500) return { kind: 'lost' };
  const reason = postponedStatuses[error.status];
  if (reason === undefined) {
    return { kind: 'refused', detail: { code: 'refused', reason: error.detail } };
  }
  const waitMs = error.retryAfterMs;
  return { kind: 'postponed', reason, ...(waitMs !== undefined && { waitMs }) };
}

function succeeded(email: string, detail: AddressOutcome['detail']): AddressOutcome {
  return { email, outcome: 'succeeded', detail };
}
