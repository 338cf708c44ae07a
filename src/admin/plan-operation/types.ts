import type { RevocableStatus } from '#enterprise-api';
import type { AddressReading } from '../addresses/index.ts';
import type { SubscriptionPlan, WriteBlock } from '../plans/index.ts';

export type OperationKind = 'assign' | 'revoke' | 'enroll';

/** What one request asks for. */
export type Chunk =
  | { kind: 'assign'; emails: string[]; salesforceIds?: string[] }
  | { kind: 'revoke'; emails: string[] }
  /** Whoever has such a license when it is sent; `expected` is what the plan counted. Names nobody. */
  | { kind: 'revoke-by-status'; emails: never[]; statuses: RevocableStatus[]; expected: number }
  | { kind: 'enroll'; emails: string[]; courseRunKeys: string[] };

export interface DryRunContext {
  plan: SubscriptionPlan;
  /** Milliseconds. */
  now: number;
  /** The most addresses in one request. */
  chunkSize?: number | undefined;
}

/** What a person confirms. */
export interface DryRun {
  kind: OperationKind;
  counts: AddressReading['counts'];
  /** What stops it; empty where it can go on. */
  blocks: Block[];
  /** What should be said before it is confirmed. */
  warnings: Warning[];
  seats: { before: number; after: number };
  /** `Infinity` without a cap, undefined where the service doesn't say. If every address has a license in use. */
  revocations: { before: number | undefined; after: number | undefined };
  chunks: Chunk[];
  /** To the service: `reads` of the plan, and what changes something. */
  requests: { reads: number; writes: number };
  /** Of the plan as it was reviewed: see `fingerprintOf`. */
  fingerprint: string;
}

export type Block =
  | { reason: WriteBlock | 'no-addresses' | 'no-courses' | 'no-licenses' | 'no-revocations-left' }
  /** "Remove N". */
  | { reason: 'too-many-addresses' | 'over-limit'; remove: number }
  /** The service refuses a revocation by status as a whole. */
  | { reason: 'too-many-for-cap'; left: number; licenses: number };

export type Warning =
  | { reason: 'not-started' | 'left-out' | 'cannot-be-undone' | 'queued-only' | 'cap-unknown' }
  | { reason: 'many-courses'; count: number; limit: number }
  /** If more than `left` of the addresses have a license in use, the rest is refused. */
  | { reason: 'revocations-may-run-out'; left: number; addresses: number };
