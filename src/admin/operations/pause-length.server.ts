import type { WaitReason } from './types.server.ts';

/** Milliseconds of the first pause; each further one is twice as long. */
const firstMs: Record<WaitReason, number> = {
  // A lock is held while another assignment to the plan runs (api-ground-truth §6.1).
  locked: 5_000,
  // The services count by the minute and by the hour (api-ground-truth §3).
  throttled: 60_000,
  unreachable: 5_000,
  'no-access': 30_000,
  'no-answer': 5_000,
};
const longestMs = 5 * 60_000;
const askedMs = { shortest: 1000, longest: 65 * 60_000 };

/** How long to wait after so many pauses in a row; what the service asks for wins, within reason. */
export function pauseLength(reason: WaitReason, pausesBefore: number, asked?: number): number {
  if (asked !== undefined) return Math.min(askedMs.longest, Math.max(askedMs.shortest, asked));
  return Math.min(longestMs, firstMs[reason] * 2 ** Math.min(pausesBefore, 10));
}
