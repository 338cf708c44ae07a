import type { EnterpriseApiClient } from '#enterprise-api';
import type { GateLimits } from './gate.ts';
import type { GateRule } from './sync-error.ts';
import type { ImageOptions } from './sync-images.ts';

export interface SyncOptions {
  client: EnterpriseApiClient;
  /** Where snapshots are kept. */
  directory: string;
  /** Milliseconds. */
  clock: () => number;
  /** Names the API that is read: copies of another one are not built upon. */
  source?: string;
  /** Keeps only the catalogs of this company. */
  enterpriseCustomer?: string | undefined;
  policy?: Partial<SyncPolicy>;
  /** Reads everything, whatever the stamps say. */
  full?: boolean;
  /** Rules of the plausibility gate that are let through this once. */
  accept?: readonly GateRule[];
  /** Where pictures are kept and how they are fetched; undefined where none are wanted. */
  images?: ImageOptions | undefined;
  onProgress?: (progress: SyncProgress) => void;
  signal?: AbortSignal | undefined;
}

export interface SyncPolicy {
  /** A catalog or detail that was read so long ago is read again, whatever its stamps say; 7 days. */
  fullEveryMs: number;
  /** How long the last copy of a catalog stands in where it can't be read; 14 days. */
  maxAgeMs: number;
  /** How long the pages of a sync that was cut off count as fresh; 6 hours. */
  pagesFreshMs: number;
  limits: GateLimits;
}

export type SyncProgress =
  | { step: 'catalogs'; catalogs: number }
  | { step: 'content'; catalog: string; received: number; announced: number }
  | { step: 'details' }
  | { step: 'images'; done: number; total: number }
  | { step: 'finish' };

const hourMs = 3_600_000;

export const defaultPolicy: SyncPolicy = {
  fullEveryMs: 7 * 24 * hourMs,
  maxAgeMs: 14 * 24 * hourMs,
  pagesFreshMs: 6 * hourMs,
  limits: { courses: 0.2, runs: 0.2, programs: 0.2, enrollmentLinks: 0.2, refused: 0.02 },
};

/** The options with the whole policy. */
export type CompleteOptions = SyncOptions & { policy: SyncPolicy };
