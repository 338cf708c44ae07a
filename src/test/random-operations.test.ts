import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSandbox } from '#sandbox';
import { runRandomOperations } from './random-operations.ts';

/** The company whose client is `sandbox`. */
const customer = '7d1f3c52-2f0a-4b7e-9c55-1b1a70b40f01';

test.each(['reference', 'gateway'] as const)(
  'random operations of eight clients under faults keep every invariant of the %s',
  async (dialect) => {
    const seed = randomInt(2 ** 31);
    const switches = { throttle: 'off' } as const;
    const sandbox = await createSandbox({ courses: 24, dialect, switches, learners: 100 });
    try {
      const run = { sandbox, customer, seed, clients: 8, goesOn: (count: number) => count < 400 };
      const { violations, operations } = await runRandomOperations(run);

      expect(violations, `seed ${seed}`).toEqual([]);
      expect(Object.keys(operations).length).toBeGreaterThan(4);
    } finally {
      await sandbox.close();
    }
  },
);
