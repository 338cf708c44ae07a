import type { LicenseCounts } from '../plans/index.ts';
import type { Chunk } from './types.ts';

/**
 * `sent` is written down before a request goes out. What is `sent` when a server starts has an answer that nobody
 * read: `unknown`.
 */
export type ChunkState = 'waiting' | 'sent' | 'unknown' | 'done' | 'failed';

export interface ChunkProgress {
  request: Chunk;
  state: ChunkState;
  /** How often it was sent and not put off: the service may have done it. */
  attempts: number;
  /** The plan's counts right before it was sent the last time. */
  before?: PlanCounts;
  /** Only a person can say what became of it. */
  isAsking?: boolean;
  /** Where it ended with the same for all, the service's word or ours: all there is of a chunk that names nobody. */
  detail?: OutcomeDetail;
  /** Once `done` or `failed`: for each address, and each of its courses. */
  outcomes?: AddressOutcome[];
}

export type PlanCounts = Pick<LicenseCounts, 'activated' | 'assigned' | 'revoked'>;

export interface AddressOutcome {
  email: string;
  courseRunKey?: string;
  outcome: 'succeeded' | 'failed' | 'unknown';
  detail: OutcomeDetail;
}

/** A page has words for a code; a `reason` is the service's own, without addresses. */
export type OutcomeDetail =
  | { code: 'assigned'; licenseUuid: string }
  | { code: 'accepted'; jobId: string }
  | { code: 'refused' | 'not-revoked'; reason: string }
  | {
      code:
        | 'already-associated'
        | 'revoked'
        | 'nothing-to-revoke'
        /** The counts of the plan, or a person, say that it happened. */
        | 'found-done'
        | 'given-up'
        /** The service answered and said nothing of this address. */
        | 'not-named'
        | 'no-revocations-left';
    };

/** What came back of a request. */
export type ChunkAnswer =
  | { kind: 'answered'; outcomes: AddressOutcome[] }
  /** The service did nothing and says why. */
  | { kind: 'refused'; detail: OutcomeDetail }
  /** Nothing happened, and it may be sent again later: a lock, a limit of calls, no connection, no access. */
  | {
      kind: 'postponed';
      reason: 'locked' | 'throttled' | 'unreachable' | 'no-access';
      waitMs?: number;
    }
  | { kind: 'lost' };

export type UnknownDecision = 'again' | 'done' | 'ask';
