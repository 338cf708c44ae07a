import { once } from 'node:events';
import { expect, test } from 'vitest';
import { dialects } from '../../test/licensing-sandbox.ts';
import { kill, startKillable } from '../../test/killed-operations.ts';

test.each(dialects)(
  'a server that is killed again and again assigns 2,000 addresses exactly once (%s)',
  async (dialect) => {
    const { sandbox, start, countDone, expectExactlyOnce } = await startKillable(dialect, 2000);
    const add = (fault: { delayMs?: number; bytesPerSecond?: number; skip: number }) =>
      sandbox.faults.add({ match: { route: 'assign' }, times: 1, ...fault });
    const untilDone = (count: number) =>
      expect.poll(countDone, { interval: 5, timeout: 10_000 }).toBeGreaterThanOrEqual(count);

    // While the service has not begun.
    const slowService = add({ delayMs: 60_000, skip: 2 });
    let server = start();
    await expect.poll(() => slowService.hits, { interval: 5, timeout: 10_000 }).toBe(1);
    await kill(server);
    expect(countDone()).toBe(200);

    // When the service has done it and the answer is on its way.
    add({ bytesPerSecond: 50, skip: 3 });
    server = start();
    await untilDone(600);
    await kill(server);
    expect(countDone()).toBe(600);

    // Wherever it happens to be.
    for (const count of [700, 1200, 1700]) {
      server = start();
      await untilDone(count);
      await kill(server);
    }

    server = start();
    expect(await once(server, 'exit')).toEqual([0, null]);
    await expectExactlyOnce(5);
  },
);
