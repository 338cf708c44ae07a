import type { AddressReading } from '../addresses/index.ts';
import { planStatusOf, writeBlockOf } from '../plans/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Block, Chunk, DryRun, DryRunContext, OperationKind, Warning } from './types.ts';

/**
 * Addresses in one request. The service sets no limit (api-ground-truth §6.1); what a lost answer leaves unknown
 * should be few, and a request short.
 */
export const defaultChunkSize = 100;

/** Adds what is the same for every kind: blocks and warnings of the plan and the addresses, requests. */
export function finishDryRun(
  kind: OperationKind,
  { counts }: Pick<AddressReading, 'counts'>,
  { plan, now }: DryRunContext,
  found: Omit<DryRun, 'kind' | 'counts' | 'fingerprint' | 'requests'> & { reads: number },
): DryRun {
  const { blocks, warnings, chunks, reads, ...effect } = found;
  const planBlock = writeBlockOf(plan, now);
  const isByStatus = chunks.some((chunk) => chunk.kind === 'revoke-by-status');
  const allBlocks: Block[] = [
    ...(planBlock === undefined ? [] : [{ reason: planBlock }]),
    ...(counts.valid === 0 && !isByStatus ? [{ reason: 'no-addresses' as const }] : []),
    ...(counts.overLimit > 0 ? [{ reason: 'over-limit' as const, remove: counts.overLimit }] : []),
    ...blocks,
  ];
  const isScheduled = planStatusOf(plan, now) === 'scheduled';
  const allWarnings: Warning[] = [
    ...(isScheduled ? [{ reason: 'not-started' as const }] : []),
    ...(counts.invalid > 0 ? [{ reason: 'left-out' as const }] : []),
    ...warnings,
  ];
  const ownChunks: Chunk[] = allBlocks.length > 0 ? [] : chunks;
  return {
    kind,
    counts,
    blocks: allBlocks,
    warnings: allWarnings,
    ...effect,
    chunks: ownChunks,
    requests: ownChunks.length === 0 ? { reads: 0, writes: 0 } : { reads, writes: chunks.length },
    fingerprint: fingerprintOf(plan, kind),
  };
}

export function validOf({ entries }: AddressReading) {
  return entries.filter((entry) => entry.class === 'valid');
}
