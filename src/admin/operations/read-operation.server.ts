import type { OperationKind } from '../plan-operation/index.ts';
import {
  countOutcomes,
  getOperation,
  listChunkResults,
  listChunks,
  type ChunkRow,
  type OperationRow,
  type OutcomeCounts,
  type Store,
} from '../store/index.server.ts';
import { parseProblem } from './detail.server.ts';
import type { AskingChunk, OperationState } from './types.server.ts';

/** The state of an operation; undefined where there is none of this id. */
export async function readOperation(store: Store, id: string): Promise<OperationState | undefined> {
  const row = await getOperation(store, id);
  if (row === undefined) return undefined;
  const chunks = await listChunks(store, id);
  const isEnded = ({ state }: ChunkRow) => state === 'done' || state === 'failed';
  const asking = isOver(row) ? [] : chunks.filter((chunk) => chunk.is_asking === 1);
  const problem = parseProblem(row.problem);
  return {
    id,
    // Written by `confirm`.
    kind: row.kind as OperationKind,
    state: row.state,
    counts:
      row.counts === null
        ? await countOutcomes(store, id)
        : (JSON.parse(row.counts) as OutcomeCounts),
    size: row.size,
    requests: { done: chunks.filter(isEnded).length, total: chunks.length },
    ...(row.wait !== null && {
      wait: JSON.parse(row.wait) as NonNullable<OperationState['wait']>,
    }),
    asking: await Promise.all(asking.map((chunk) => describeAsking(store, chunk))),
    ...(problem !== undefined && { problem }),
    isStopping: row.stop_asked_at !== null && !isOver(row),
    createdAt: Date.parse(row.created_at),
    ...(row.started_at !== null && { startedAt: Date.parse(row.started_at) }),
    ...(row.ended_at !== null && { endedAt: Date.parse(row.ended_at) }),
  };
}

export function isOver({ state }: Pick<OperationRow, 'state'>): boolean {
  return state !== 'waiting' && state !== 'running' && state !== 'asking';
}

async function describeAsking(store: Store, chunk: ChunkRow): Promise<AskingChunk> {
  const { operation_id: operationId, position } = chunk;
  const results = await listChunkResults(store, { operationId, position });
  const { expected } = JSON.parse(chunk.request) as { expected?: number };
  const courseRuns = new Set(results.map((result) => result.course_run).filter(Boolean));
  return {
    position,
    addresses: expected ?? new Set(results.map(({ address }) => address)).size,
    courseRuns: courseRuns.size,
    sentAt: Date.parse(chunk.sent_at ?? ''),
  };
}
