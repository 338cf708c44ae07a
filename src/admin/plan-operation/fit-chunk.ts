import { revocationsLeftOf, type SubscriptionPlan } from '../plans/index.ts';
import { failChunk, splitChunk } from './chunk-states.ts';
import type { ChunkProgress } from './progress-types.ts';

/**
 * A waiting chunk, cut to what the plan's cap leaves right before it is sent: as it is, as two, or failed where
 * nothing is left. The service would refuse the whole request otherwise (peers §5.8). Where the cap isn't
 * known, the service has the last word.
 */
export function fitChunk(chunk: ChunkProgress, plan: SubscriptionPlan): ChunkProgress[] {
  const { kind } = chunk.request;
  const left = revocationsLeftOf(plan);
  if (left === undefined || (kind !== 'revoke' && kind !== 'revoke-by-status')) return [chunk];
  return left <= 0 ? [failChunk(chunk, 'no-revocations-left')] : splitChunk(chunk, left);
}
