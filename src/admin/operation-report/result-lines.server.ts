import { parseDetail } from '../operations/index.server.ts';
import type { OutcomeDetail } from '../plan-operation/index.ts';
import { listResults, type Outcome, type ResultRow, type Store } from '../store/index.server.ts';

/** Rows that are read at once where all are read. */
const batchSize = 1000;

/** What became of one address, or of one address in one course run. */
export interface ResultLine {
  address: string;
  /** Undefined where the operation is not about runs. */
  courseRun: string | undefined;
  outcome: Outcome;
  detail: OutcomeDetail | undefined;
}

/** How many results have which code. */
export type CodeCounts = Partial<Record<OutcomeDetail['code'], number>>;

/** A part of an operation's results, in order. */
export async function listResultLines(
  store: Store,
  operationId: string,
  options: Parameters<typeof listResults>[2],
): Promise<ResultLine[]> {
  return (await listResults(store, operationId, options)).map(toLine);
}

/** All results of an operation in order, holding a thousand of them at a time. */
export async function* walkResultLines(
  store: Store,
  operationId: string,
): AsyncGenerator<ResultLine> {
  for (let from = 0; ;) {
    const rows = await listResults(store, operationId, { from, limit: batchSize });
    yield* rows.map(toLine);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchSize) return;
    from = last.position + 1;
  }
}

export async function countCodes(store: Store, operationId: string): Promise<CodeCounts> {
  const counts: CodeCounts = {};
  for await (const { detail } of walkResultLines(store, operationId)) {
    if (detail !== undefined) counts[detail.code] = (counts[detail.code] ?? 0) + 1;
  }
  return counts;
}

function toLine({ address, course_run: courseRun, outcome, detail }: ResultRow): ResultLine {
  return {
    address,
    courseRun: courseRun === '' ? undefined : courseRun,
    outcome,
    detail: parseDetail(detail),
  };
}
