import type { Transfers } from './count-transfers.ts';
import type { Engine } from './engines.ts';
import type { JudgedQuery } from './judged-queries.ts';
import { scoreAnswer, type QueryScore } from './metrics.ts';

// What somebody may have asked before the query that is measured.
const earlierQuery = 'management';

export interface MeasuredQuery {
  judged: JudgedQuery;
  score: QueryScore;
  /** What is transferred for the query by a visitor who comes for it, and by one who has asked another. */
  firstBytes: number;
  firstRequests: number;
  furtherBytes: number;
}

/** Asks every query as two visitors would: one who comes for it, one who has asked something else before. */
export async function measureEngine(
  engine: Engine,
  queries: readonly JudgedQuery[],
  transfers: Transfers,
): Promise<MeasuredQuery[]> {
  const measured: MeasuredQuery[] = [];
  for (const judged of queries) {
    transfers.reset();
    const first = engine.visit();
    const keys = await first.find(judged.query);
    const [firstBytes, firstRequests] = [transfers.bytes(), transfers.requests()];
    await first.leave();
    transfers.reset();
    const second = engine.visit();
    await second.find(earlierQuery);
    transfers.mark();
    await second.find(judged.query);
    measured.push({
      judged,
      score: scoreAnswer(judged, keys),
      firstBytes,
      firstRequests,
      furtherBytes: transfers.bytes(),
    });
    await second.leave();
  }
  return measured;
}
