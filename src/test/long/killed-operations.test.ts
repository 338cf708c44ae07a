import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { dialects } from '../licensing-sandbox.ts';
import { kill, startKillable } from '../killed-operations.ts';
import { createRandom } from '../random-faults.ts';

test.each(dialects)(
  'a server that is killed at random moments assigns 10,000 addresses exactly once (%s)',
  async (dialect) => {
    const seed = Number(process.env['TEST_SEED'] ?? randomInt(2 ** 31));
    process.stdout.write(`${dialect}: TEST_SEED=${seed}\n`);
    const random = createRandom(seed);
    const { sandbox, start, countDone, expectExactlyOnce } = await startKillable(dialect, 10_000);
    sandbox.faults.add({ match: { route: 'assign' }, delayMs: [0, 60], seed });

    let kills = 0;
    for (; kills < 40 && countDone() < 10_000; kills += 1) {
      const server = start();
      const before = countDone();
      // From the moment on at which it works.
      while (countDone() === before && server.exitCode === null) await sleep(2);
      await sleep(random() * 400);
      await kill(server);
    }
    const server = start();
    expect(await once(server, 'exit')).toEqual([0, null]);

    await expectExactlyOnce(kills);
    process.stdout.write(`${kills} kills\n`);
    expect(kills).toBeGreaterThan(5);
  },
);
