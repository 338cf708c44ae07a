import type { LearnerPage, LicensingClient, WalkSummary } from '#enterprise-api';
import { createReport, uniqueRows, type LearnerRow } from '../learners/index.ts';
import { createLearnerSet, type LearnerSet } from './learner-set.server.ts';
import { createRowPacker } from './pack-rows.server.ts';

/** The most rows that the service gives at once (api-ground-truth §4). */
const rowsPerRequest = 1000;

/** How many requests it takes to read so many rows. */
export function countRequests(rows: number): number {
  return Math.max(1, Math.ceil(rows / rowsPerRequest));
}

/** Reads all rows, once each, keeping no more of the answers than the rows. Throws what the client throws. */
export async function readLearners(options: ReadLearnersOptions): Promise<LearnerSet> {
  const { client, enterpriseCustomer, idKey, now, signal, onProgress } = options;
  const report = createReport({ now: now() });
  const pack = createRowPacker();
  const rows: LearnerRow[] = [];
  let refused = 0;
  let largestPage = 0;
  let summary: WalkSummary | undefined;

  async function* readRows(): AsyncGenerator<LearnerRow> {
    const walk = client.walkLearnerSummary(enterpriseCustomer, { signal });
    for (;;) {
      const step: IteratorResult<LearnerPage, WalkSummary> = await walk.next();
      if (step.done === true) {
        summary = step.value;
        return;
      }
      const { value: page } = step;
      yield* page.rows;
      refused += page.refused.length;
      // A service may serve smaller pages than those asked for.
      largestPage = Math.max(largestPage, page.rows.length + page.refused.length);
      const requests = Math.max(page.page, Math.ceil(page.count / Math.max(1, largestPage)));
      onProgress({ requestsDone: page.page, requests, rows: rows.length });
    }
  }

  for await (const row of uniqueRows(readRows())) {
    rows.push(pack(row));
    report.add(row);
  }
  const { complete = false, suspect = false, lostPages = [] } = summary ?? {};
  return createLearnerSet({
    rows,
    report: report.finish(),
    idKey,
    facts: {
      loadedAt: now(),
      refused,
      isComplete: complete,
      lostPages: lostPages.length,
      isSuspect: suspect,
    },
  });
}

/** What of a load is done. */
export interface LoadProgress {
  requestsDone: number;
  /** Of how many; undefined before the first answer, which tells. */
  requests: number | undefined;
  rows: number;
}

interface ReadLearnersOptions {
  client: Pick<LicensingClient, 'walkLearnerSummary'>;
  enterpriseCustomer: string;
  idKey: string;
  now: () => number;
  signal: AbortSignal;
  onProgress: (progress: LoadProgress) => void;
}
