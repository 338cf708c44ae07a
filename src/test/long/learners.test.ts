import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import type { LearnerFigures } from './learner-figures.ts';

const rows = 50_000;

/** In a process of its own, as the figures are. */
async function startSandbox(dialect: string): Promise<string> {
  const parameters = ['--dialect', dialect, '--learners', String(rows), '--set', 'throttle=off'];
  const child = spawn(process.execPath, ['scripts/start-sandbox.ts', ...parameters], {
    env: { ...process.env, SANDBOX_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('The sandbox ended before it said where it is.');
}

async function measure(url: string): Promise<LearnerFigures> {
  const child = fork(new URL('learner-figures.ts', import.meta.url), [url], {
    // Without the second, 150 MB more of short-lived garbage pile up while pages are read.
    execArgv: ['--expose-gc', '--max-semi-space-size=4'],
  });
  const [figures] = (await once(child, 'message')) as [LearnerFigures];
  return figures;
}

test.each(['reference', 'gateway'])(
  'the learner summary of 50,000 rows from the %s is whole and fits in memory',
  async (dialect) => {
    const figures = await measure(await startSandbox(dialect));
    process.stdout.write(`${dialect}: ${JSON.stringify(figures)}\n`);

    expect(figures).toMatchObject({
      rows,
      distinctRows: rows,
      csvRows: rows,
      isPageInOrder: true,
    });
    expect(figures.heapMb.rows).toBeLessThan(60);
    expect(figures.peakRssMb.load).toBeLessThan(250);
    // Nothing of a file is kept while it is made, and nothing afterwards.
    expect(figures.peakRssMb.csv).toBeLessThan(60);
    expect(figures.heapMb.afterCsv - figures.heapMb.rows).toBeLessThan(5);
  },
);
