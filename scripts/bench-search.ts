import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collectRecords } from './lib/bench/search/collect-records.ts';
import { countTransfers } from './lib/bench/search/count-transfers.ts';
import { createOwnEngine, createStockPagefind } from './lib/bench/search/engines.ts';
import { isSetAside, readJudgedQueries } from './lib/bench/search/judged-queries.ts';
import { measureEngine } from './lib/bench/search/measure-engine.ts';
import { formatCost, formatFailures, formatRelevance } from './lib/bench/search/report.ts';
import { readOptions, runCommand } from './lib/run-command.ts';

const usage = `npm run bench:search [-- options]

How well the search finds what people look for, beside Pagefind as it comes: for each kind of query how often a
right answer is among the first three, and nDCG@10; what the index weighs, and what a query transfers.

  --data DIR       over a folder of data as the sandbox serves it, in place of its sample
  --queries FILE   with other judged queries: one JSON object a line, {"query": "machine lerning",
                   "kind": "misspelt", "grades": {"KIT+ML305x": 3}}; grades by key of a course or uuid of a
                   program, 3 what was meant, 2 right, 1 of some use; {} where nothing matches
  --set WHICH      of the queries: work (default without --queries), aside (the third that is looked at last),
                   all (default with --queries)
  --own            without Pagefind beside it`;

await runCommand(async () => {
  const options = readOptions(
    {
      data: { type: 'string' },
      queries: { type: 'string' },
      set: { type: 'string' },
      own: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    usage,
  );
  if (options.help) {
    console.log(usage);
    return;
  }
  const file =
    options.queries ?? path.join(import.meta.dirname, 'lib/bench/search/sample-queries.jsonl');
  const set = options.set ?? (options.queries === undefined ? 'work' : 'all');
  const queries = readJudgedQueries(file).filter(
    (query) => set === 'all' || isSetAside(query) === (set === 'aside'),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-search-'));
  try {
    const { records, labels } = await collectRecords(options.data);
    const engines = [
      await createOwnEngine({ records, labels, folder: path.join(folder, 'own') }),
      ...(options.own
        ? []
        : [await createStockPagefind({ records, folder: path.join(folder, 'stock') })]),
    ];
    const transfers = countTransfers();
    const measured = [];
    for (const engine of engines)
      measured.push({ engine, queries: await measureEngine(engine, queries, transfers) });
    transfers.restore();
    console.log(`\n${records.length} items, ${queries.length} queries (${set})\n`);
    console.log(formatRelevance(measured));
    console.log(formatCost(measured));
    const [own] = measured;
    if (own !== undefined) console.log(formatFailures(own));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
