import type { RetryOffer } from '../operations/index.server.ts';
import {
  getOperation,
  listAuditEntries,
  type AuditEntry,
  type Store,
} from '../store/index.server.ts';
import {
  findOperationLine,
  type OperationLine,
  type ReportServices,
} from './list-operation-lines.server.ts';
import {
  countCodes,
  listResultLines,
  type CodeCounts,
  type ResultLine,
} from './result-lines.server.ts';

const pageSize = 100;
/** An operation of 10,000 addresses writes some 300 entries. */
const entryLimit = 1000;

/** Everything that the page of one operation shows. */
export interface OperationReport extends OperationLine {
  codes: CodeCounts;
  /** Failed and unknown ones, a hundred at most, and how many there are more. */
  needy: { lines: ResultLine[]; more: number };
  results: ResultPage;
  /** The operation whose failed addresses this one sends again. */
  retryOf: string | undefined;
  /** Those that sent its failed addresses again, the first one first. */
  retries: string[];
  /** What can be tried again; undefined where there is nothing. */
  retry: RetryOffer | undefined;
  /** Newest first. */
  entries: AuditEntry[];
}

/** A hundred results from one of them on. */
export interface ResultPage {
  lines: ResultLine[];
  /** The position of the first one. */
  from: number;
  pageSize: number;
  /** How many there are; 0 once they are forgotten. */
  total: number;
  /** Whether there were some, which retention has taken away. */
  isForgotten: boolean;
}

/** Undefined where there is no operation of this id; `from` is the position of the first result. */
export async function readOperationReport(
  services: ReportServices & {
    operations: { retryFailed: (id: string) => Promise<RetryOffer | undefined> };
  },
  id: string,
  { from }: { from: number },
): Promise<OperationReport | undefined> {
  const { store, operations } = services;
  const line = await findOperationLine(services, id);
  const row = await getOperation(store, id);
  if (line === undefined || row === undefined) return undefined;
  const retry = await operations.retryFailed(id);
  return {
    ...line,
    codes: await countCodes(store, id),
    needy: await readNeedy(store, line),
    results: await readResults(store, line, from),
    retryOf: row.retry_of ?? undefined,
    retries: await listRetries(store, id),
    retry: retry !== undefined && retry.groups.length > 0 ? retry : undefined,
    entries: await listAuditEntries(store, { operationId: id, limit: entryLimit }),
  };
}

async function readNeedy(
  store: Store,
  { state: { id, counts } }: OperationLine,
): Promise<OperationReport['needy']> {
  const page = { from: 0, limit: pageSize };
  const failed = await listResultLines(store, id, { ...page, outcome: 'failed' });
  const unknown = await listResultLines(store, id, { ...page, outcome: 'unknown' });
  const lines = [...failed, ...unknown].slice(0, pageSize);
  const all = (counts.failed ?? 0) + (counts.unknown ?? 0);
  return { lines, more: lines.length === 0 ? 0 : all - lines.length };
}

async function readResults(
  store: Store,
  { state: { id, counts } }: OperationLine,
  from: number,
): Promise<ResultPage> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const first = from < total ? Math.max(0, from) : 0;
  const lines = await listResultLines(store, id, { from: first, limit: pageSize });
  const isForgotten = total > 0 && lines.length === 0;
  return { lines, from: first, pageSize, total: isForgotten ? 0 : total, isForgotten };
}

async function listRetries(store: Store, id: string): Promise<string[]> {
  const rows = await store
    .selectFrom('operations')
    .select('id')
    .where('retry_of', '=', id)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => row.id);
}
