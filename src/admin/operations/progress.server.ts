import type { AddressOutcome, Chunk, ChunkProgress, PlanCounts } from '../plan-operation/index.ts';
import {
  addAuditEntry,
  listChunkResults,
  listChunks,
  listResults,
  saveChunk,
  transact,
  type AuditEntry,
  type ChunkChange,
  type ChunkRow,
  type NewChunk,
  type OperationRow,
  type ResultRow,
  type Store,
} from '../store/index.server.ts';
import { parseDetail } from './detail.server.ts';

/** A chunk with its place in the store. */
export interface StoredChunk {
  position: number;
  progress: ChunkProgress;
}

/** A chunk to be stored: whom it is for stands apart, so that retention can take it. */
export function toNewChunk(chunk: Chunk): NewChunk {
  if (chunk.kind === 'assign') {
    const { kind, emails, salesforceIds } = chunk;
    const items = emails.map((address, index) => ({
      address,
      salesforceId: salesforceIds?.[index],
    }));
    return { request: { kind }, items };
  }
  if (chunk.kind === 'revoke-by-status') {
    const { kind, statuses, expected } = chunk;
    return { request: { kind, statuses, expected }, items: [], expected };
  }
  const { emails, ...request } = chunk;
  if (chunk.kind === 'revoke') return { request, items: emails.map((address) => ({ address })) };
  const items = emails.flatMap((address) =>
    chunk.courseRunKeys.map((courseRun) => ({ address, courseRun })),
  );
  return { request, items };
}

/** An operation's chunks as they were written down. */
export async function loadChunks(store: Store, operationId: string): Promise<StoredChunk[]> {
  const results = Map.groupBy(
    await listResults(store, operationId, { from: 0, limit: Number.MAX_SAFE_INTEGER }),
    (result) => result.chunk_position,
  );
  return (await listChunks(store, operationId)).map((row) => ({
    position: row.position,
    progress: toProgress(row, results.get(row.position) ?? []),
  }));
}

/**
 * Writes down what a chunk has become, what became of those it is for, and an entry of the log, all or nothing.
 * @throws where the chunk is not as it was: another server has it
 */
export async function saveProgress(
  store: Store,
  operation: Pick<OperationRow, 'id'>,
  { position, progress }: StoredChunk,
  change: { next: ChunkProgress; entry: Omit<AuditEntry, 'id' | 'operationId'> },
): Promise<void> {
  const { next, entry } = change;
  await transact(store, async (transaction) => {
    const isSaved = await saveChunk(
      transaction,
      { operationId: operation.id, position },
      {
        from: progress.state,
        chunk: next,
        ...(await toResults(transaction, operation.id, { position, progress: next })),
        now: entry.at,
      },
    );
    if (!isSaved) {
      throw new Error(`Request ${position} is no longer ${progress.state}: another server has it.`);
    }
    await addAuditEntry(transaction, { ...entry, operationId: operation.id });
  });
}

function toProgress(row: ChunkRow, results: readonly ResultRow[]): ChunkProgress {
  const detail = parseDetail(row.detail);
  const isOver = row.state === 'done' || row.state === 'failed';
  return {
    request: toRequest(row, results),
    state: row.state,
    attempts: row.attempts,
    ...(row.before !== null && { before: JSON.parse(row.before) as PlanCounts }),
    ...(row.is_asking === 1 && { isAsking: true }),
    ...(detail !== undefined && { detail }),
    ...(isOver && { outcomes: results.flatMap(toOutcome) }),
  };
}

function toRequest(row: ChunkRow, results: readonly ResultRow[]): Chunk {
  // Written by `toNewChunk`.
  const request = JSON.parse(row.request) as Chunk;
  if (request.kind === 'revoke-by-status') return { ...request, emails: [] };
  const emails = [...new Set(results.map(({ address }) => address))];
  if (request.kind !== 'assign') return { ...request, emails };
  const ids = results.map((result) => result.salesforce_id);
  const hasIds = ids.some((id) => id !== null);
  return { ...request, emails, ...(hasIds && { salesforceIds: ids.map((id) => id ?? '') }) };
}

function toOutcome({ address, course_run: courseRun, outcome, detail }: ResultRow) {
  const parsed = parseDetail(detail);
  if (outcome === 'waiting' || outcome === 'skipped' || parsed === undefined) return [];
  return [
    {
      email: address,
      ...(courseRun !== '' && { courseRunKey: courseRun }),
      outcome,
      detail: parsed,
    } satisfies AddressOutcome,
  ];
}

async function toResults(
  store: Store,
  operationId: string,
  { position, progress }: StoredChunk,
): Promise<Pick<ChunkChange, 'results' | 'added'>> {
  const { outcomes = [], request } = progress;
  if (outcomes.length === 0) return {};
  const found = outcomes.map(({ email, courseRunKey, outcome, detail }) => ({
    address: email,
    courseRun: courseRunKey ?? '',
    outcome,
    detail: JSON.stringify(detail),
  }));
  if (request.kind === 'revoke-by-status') return { added: found };
  const byAddress = new Map(found.map((one) => [`${one.address} ${one.courseRun}`, one]));
  const rows = await listChunkResults(store, { operationId, position });
  return {
    results: rows.flatMap((row) => {
      const one = byAddress.get(`${row.address} ${row.course_run}`);
      if (one === undefined) return [];
      return [{ position: row.position, outcome: one.outcome, detail: one.detail }];
    }),
  };
}
