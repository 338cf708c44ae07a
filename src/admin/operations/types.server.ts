import type { LicensingClient, Logger, RevocableStatus } from '#enterprise-api';
import type { DryRun, OperationKind, OutcomeDetail, StopReason } from '../plan-operation/index.ts';
import type { OperationStatus, OutcomeCounts, Store } from '../store/index.server.ts';

export interface OperationRunnerOptions {
  store: Store;
  /** One that tries each call once (`tries: 1`): the runner waits itself, where a person can see it. */
  client: RunnerClient;
  /** The company whose plans are changed. */
  enterpriseCustomer: string;
  now: () => number;
  /** Rejects once the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  log: Logger;
  /** Whether other servers work on the same store: then one takes over from another that is gone. No. */
  sharesStore?: boolean;
  /** How long `close` waits for requests in flight, in milliseconds; 30,000. */
  closeMs?: number;
}

export type RunnerClient = Pick<
  LicensingClient,
  | 'fetchSubscriptionPlans'
  | 'assignLicenses'
  | 'revokeLicenses'
  | 'revokeLicensesByStatus'
  | 'bulkEnroll'
>;

/** What a person has confirmed. */
export interface Confirmation {
  /** Made with the form: a second click has the same. */
  idempotencyKey: string;
  kind: OperationKind;
  planUuid: string;
  planTitle: string;
  dryRun: DryRun;
  settings: OperationSettings;
  person: Person;
  /** The operation whose failed addresses this one sends again. */
  retryOf?: string | undefined;
}

export interface Person {
  subject: string;
  name: string;
}

export interface OperationSettings {
  greeting?: string | undefined;
  closing?: string | undefined;
  /** Whether learners get an e-mail; yes. */
  notify?: boolean | undefined;
  courseRunKeys?: string[] | undefined;
  statuses?: RevocableStatus[] | undefined;
}

/** An operation as a page shows it; no address of a learner is in it. Times are milliseconds since 1970. */
export interface OperationState {
  id: string;
  kind: OperationKind;
  state: OperationStatus;
  /** How many addresses, and each of their courses, have which outcome; empty where nobody is named. */
  counts: OutcomeCounts;
  /** How many it is about, as far as one could tell when it was confirmed. */
  size: number;
  requests: { done: number; total: number };
  wait?: { reason: WaitReason; until: number };
  /** Requests of which only a person can say what became of them: `decide`. */
  asking: AskingChunk[];
  problem?: OperationProblem;
  isStopping: boolean;
  createdAt: number;
  startedAt?: number;
  endedAt?: number;
}

export interface AskingChunk {
  /** What `decide` takes. */
  position: number;
  addresses: number;
  courseRuns: number;
  sentAt: number;
}

/**
 * `locked` and `throttled` the service asks for; `no-answer` lets a lost request come to its end before it is
 * decided.
 */
export type WaitReason = 'locked' | 'throttled' | 'unreachable' | 'no-access' | 'no-answer';

/** Why an operation was stopped, or failed as a whole. */
export type OperationProblem = { code: StopReason | 'by-person' } | OutcomeDetail;

/** What surely was not done, for a new dry run. */
export interface RetryOffer {
  kind: OperationKind;
  planUuid: string;
  planTitle: string;
  settings: OperationSettings;
  /** Addresses with the same course runs, none where it is not about runs. Mostly one. */
  groups: { addresses: { email: string; salesforceId?: string }[]; courseRunKeys: string[] }[];
}

export interface OperationRunner {
  /**
   * Writes an operation down and starts it once its plan's queue is free, without waiting for its end. A second
   * one with the same key gives the first one's id.
   * @throws where the dry run has blocks or asks for nothing
   */
  confirm: (confirmation: Confirmation) => Promise<{ id: string; isNew: boolean }>;
  /** What became of a request that only a person can tell; false where nobody is asked any more. */
  decide: (
    operationId: string,
    position: number,
    decision: 'again' | 'done' | 'give-up',
    person: Person,
  ) => Promise<boolean>;
  /** Ends an operation after the request in flight; false where it is over, or is being stopped. */
  stop: (operationId: string, person: Person) => Promise<boolean>;
  /** At the start of the server: goes on with what is not over. */
  resume: () => Promise<void>;
  /** Ends the requests in flight and starts nothing new; the next start goes on. */
  close: () => Promise<void>;
  /** The state now and after every change, until the operation is over; nothing where there is none. */
  watch: (operationId: string, signal: AbortSignal) => AsyncIterable<OperationState>;
  read: (operationId: string) => Promise<OperationState | undefined>;
  /** What surely failed or was skipped, never what is unknown; undefined while it is not over. */
  retryFailed: (operationId: string) => Promise<RetryOffer | undefined>;
}
