import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSandbox } from '#sandbox';
import { runRandomOperations } from '../random-operations.ts';

/** The company whose client is `sandbox`. */
const customer = '7d1f3c52-2f0a-4b7e-9c55-1b1a70b40f01';
const durationMs = 60_000;

test.each(['reference', 'gateway'] as const)(
  'a minute of random operations of twenty clients under faults keeps every invariant of the %s',
  async (dialect) => {
    const seed = Number(process.env['TEST_SEED'] ?? randomInt(2 ** 31));
    process.stdout.write(`${dialect}: TEST_SEED=${seed}\n`);
    const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-random-'));
    const switches = { throttle: 'off' } as const;
    const state = path.join(folder, 'state.sqlite');
    const sandbox = await createSandbox({ courses: 60, dialect, switches, state });
    const endsAt = performance.now() + durationMs;
    try {
      const goesOn = (): boolean => performance.now() < endsAt;
      const outcome = await runRandomOperations({ sandbox, customer, seed, clients: 20, goesOn });
      process.stdout.write(`${JSON.stringify({ ...outcome, violations: [] })}\n`);

      expect(outcome.violations, `TEST_SEED=${seed}`).toEqual([]);
      expect(outcome.unknown).toBeGreaterThan(0);
    } finally {
      await sandbox.close();
      rmSync(folder, { recursive: true });
    }
  },
);
