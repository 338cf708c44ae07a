import { setTimeout as sleep } from 'node:timers/promises';
import { learnerFields, parseOrdering } from '#admin';
import { createLearnerData } from '#admin/learner-data';
import { createLearnerClient, readCsv } from '../learner-data.ts';
import { ownCompany } from '../licensing-sandbox.ts';

const separator = '\r\n';

export interface LearnerFigures {
  rows: number;
  distinctRows: number;
  csvRows: number;
  isPageInOrder: boolean;
  ms: Record<
    'firstPage' | 'load' | 'report' | 'page' | 'pageAgain' | 'filteredReport' | 'csv',
    number
  >;
  /** After the garbage was collected, beside what was there before. */
  heapMb: { rows: number; afterCsv: number };
  /** The most that the process grew by. */
  peakRssMb: { load: number; csv: number };
  /** The longest that another request would have waited. */
  longestTurnMs: { load: number; read: number };
}

// Runs in a process of its own, `node --expose-gc`, with the address of a sandbox: then the figures are nobody else's.
if (process.send !== undefined) process.send(await measure(process.argv[2] ?? ''));

async function measure(url: string): Promise<LearnerFigures> {
  const data = createLearnerData({
    client: createLearnerClient(url),
    enterpriseCustomer: ownCompany,
    now: Date.now,
    idKey: 'a secret',
    log: { info: () => undefined, failure: () => undefined },
  });
  const ordering = parseOrdering('user_email');
  // Connection, token and code that is compiled late belong to no figure.
  await data.readFirstPage({ pageSize: 10 });
  const heap = readHeapMb();

  const firstPage = await watch(() => data.readFirstPage({ pageSize: 50 }));
  const load = await watch(() => data.load());
  const rowsMb = readHeapMb() - heap;
  const set = load.result;
  const report = await watch(() => set.report());
  const page = await watch(() => set.page({ ordering, page: 400, pageSize: 50 }));
  const pageAgain = await watch(() => set.page({ ordering, page: 401, pageSize: 50 }));
  const filteredReport = await watch(() => set.report({ filter: { consent: 'given' } }));
  const csv = await watch(async () => {
    let csvRows = -1;
    let rest = '';
    for await (const part of set.csv({ ordering })) {
      const end = part.lastIndexOf(separator) + separator.length;
      csvRows += readCsv(rest + part.slice(0, end)).filter(isWhole).length;
      rest = part.slice(end);
    }
    return csvRows;
  });
  const afterCsv = readHeapMb() - heap;
  const ids = new Set<string | null>();
  for await (const row of set.rows()) ids.add(row.enrollment_id);
  const addresses = page.result.rows.map((row) => row.user_email ?? '');

  const parts = { firstPage, load, report, page, pageAgain, filteredReport, csv };
  return {
    rows: set.facts.rows,
    distinctRows: ids.size,
    csvRows: csv.result,
    isPageInOrder: addresses.every((address, index) => address >= (addresses[index - 1] ?? '')),
    ms: Object.fromEntries(
      Object.entries(parts).map(([name, { ms }]) => [name, ms]),
    ) as LearnerFigures['ms'],
    heapMb: { rows: Math.round(rowsMb), afterCsv: Math.round(afterCsv) },
    peakRssMb: { load: load.peakRssMb, csv: csv.peakRssMb },
    longestTurnMs: {
      load: load.longestTurnMs,
      read: Math.max(...[page, pageAgain, filteredReport, csv].map((part) => part.longestTurnMs)),
    },
  };
}

async function watch<Result>(work: () => Promise<Result>) {
  const tickMs = 10;
  const before = process.memoryUsage.rss();
  let peak = before;
  let longestTurnMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestTurnMs = Math.max(longestTurnMs, now - last - tickMs);
    last = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  }, tickMs);
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  await sleep(2 * tickMs);
  clearInterval(timer);
  return {
    result,
    ms: Math.round(ms),
    peakRssMb: toMb(peak - before),
    longestTurnMs: Math.round(longestTurnMs),
  };
}

function readHeapMb(): number {
  globalThis.gc?.();
  return toMb(process.memoryUsage().heapUsed);
}

function toMb(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}

function isWhole(line: string[]): boolean {
  return line.length === learnerFields.length;
}
