import type { Generated, Kysely } from 'kysely';

/** The admin server's own state. Every time in it is ISO text in UTC with milliseconds, so text order is time order. */
export type Store = Kysely<StoreTables>;

export interface StoreTables {
  sessions: SessionRow;
  sign_ins: SignInRow;
  operations: OperationRow;
  queues: QueueRow;
  chunks: ChunkRow;
  results: ResultRow;
  runners: RunnerRow;
  audit_log: AuditRow;
}

/** A person who is signed in, in one browser. */
interface SessionRow {
  /** SHA-256 of what the browser's cookie holds: who reads the store can't use its sessions. */
  id_hash: string;
  subject: string;
  name: string;
  role: Role;
  csrf_token: string;
  /** What the provider wants to see at sign-out. */
  id_token: string;
  /** JSON of what pages keep for the person, such as filters. */
  data: string;
  created_at: string;
  last_seen_at: string;
  /** The absolute limit, whatever the person does. */
  expires_at: string;
}

/** A sign-in that was begun and not ended. */
interface SignInRow {
  state_hash: string;
  /** SHA-256 of a cookie: only the browser that began a sign-in may end it. */
  browser_hash: string;
  nonce: string;
  code_verifier: string;
  return_address: string;
  expires_at: string;
}

/** A confirmed write. */
export interface OperationRow {
  id: string;
  /** Made by the form, so that a second click finds the first one's operation. */
  idempotency_key: string;
  kind: string;
  /** Operations of one queue, such as a plan, run one after the other. */
  queue: string;
  subject: string;
  name: string;
  state: OperationStatus;
  /** JSON of what all chunks share: no address of a learner in it. */
  settings: string;
  /** The operation whose failed addresses this one sends again. */
  retry_of: string | null;
  /** How many results it is to have, as far as one could tell when it was confirmed. */
  size: number;
  /** Why it ended early or failed as a whole: JSON; no address of a learner in it. */
  problem: string | null;
  /** JSON of why it waits and until when. */
  wait: string | null;
  /** Once it is over, JSON of how many results it had of each outcome: retention takes the results away. */
  counts: string | null;
  /** The server that works on it. */
  runner: string | null;
  stop_asked_at: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
}

/** What has a queue; changing a row of it keeps other servers out of that queue. */
interface QueueRow {
  name: string;
  /** When an operation last asked for its turn. */
  asked_at: string;
}

/** A server that works on operations; changing its row says that it still runs. */
interface RunnerRow {
  id: string;
  seen_at: string;
}

/** One request of an operation; whom it is for stands in `results`. */
export interface ChunkRow {
  operation_id: string;
  /** Stays the same: what is split off is added at the end. */
  position: number;
  /** JSON of what is asked for, without addresses. */
  request: string;
  state: ChunkState;
  /** 1 where only a person can say what became of it. */
  is_asking: number;
  /** How often it was sent. */
  attempts: number;
  sent_at: string | null;
  answered_at: string | null;
  /** JSON of what was so before it was sent, such as a plan's counts. */
  before: string | null;
  /** JSON of what became of it as a whole; no address of a learner in it. */
  detail: string | null;
}

/** What became of one address, or of one address in one course run. */
export interface ResultRow {
  operation_id: string;
  position: number;
  chunk_position: number;
  address: string;
  /** Empty where the operation is not about runs. */
  course_run: string;
  salesforce_id: string | null;
  outcome: Outcome;
  /** JSON: a code, maybe with what the service said. */
  detail: string | null;
}

/** Rows are only ever added: triggers refuse anything else. */
interface AuditRow {
  id: Generated<number>;
  at: string;
  subject: string;
  name: string;
  action: string;
  operation_id: string | null;
  /** JSON: numbers and codes, no address of a learner. */
  detail: string;
}

/** `none`: signed in, with no right to anything. */
export type Role = 'none' | 'viewer' | 'manager';
export type OperationStatus = OpenStatus | 'done' | 'partly' | 'failed' | 'stopped';
/** Of an operation that is not over. */
export type OpenStatus = 'waiting' | 'running' | 'asking';
/** `sent` at the start of a server means that it ended before the answer came: `unknown`. */
export type ChunkState = 'waiting' | 'sent' | 'unknown' | 'done' | 'failed';
export type Outcome = 'waiting' | 'succeeded' | 'failed' | 'unknown' | 'skipped';
