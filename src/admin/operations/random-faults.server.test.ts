import { expect, test } from 'vitest';
import { dialects } from '../../test/licensing-sandbox.ts';
import { assign, mona, people, revoke, startOperations } from '../../test/operation-runner.ts';
import { randomFaults } from '../../test/random-faults.ts';

const addresses = people(60).split('\n');
const seeds = [1, 2, 3];

test.each(dialects.flatMap((dialect) => seeds.map((seed) => [dialect, seed] as const)))(
  'under random faults everybody is assigned once and revoked once (%s, seed %i)',
  async (dialect, seed) => {
    const world = await startOperations({ dialect, switches: { revoke: 'current' } });
    const { confirm, settle, runner, sandbox, listHolders, readPlan, addSeats } = world;
    addSeats(60);
    const before = (await readPlan()).licenses;
    const addFaults = () => {
      for (const [place, fault] of randomFaults.entries()) {
        sandbox.faults.add({ ...fault, seed: seed * 100 + place });
      }
    };

    /** Under faults; who is asked says to send it again, which does no harm. */
    async function run(review: ReturnType<typeof assign>) {
      const id = await confirm(review, { chunkSize: 5, beforeConfirm: addFaults });
      for (;;) {
        const state = await settle(id);
        if (state.state !== 'asking') break;
        for (const { position } of state.asking) {
          await runner.decide(id, position, 'again', mona);
        }
      }
      sandbox.faults.clear();
      return runner.read(id);
    }
    const countHolders = () => addresses.filter((email) => listHolders().get(email) === 1).length;

    const assigned = await run(assign(addresses.join('\n')));
    expect(assigned).toMatchObject({ state: 'done', counts: { succeeded: 60 } });
    expect(countHolders()).toBe(60);

    const revoked = await run(revoke(addresses.join('\n')));
    expect(revoked).toMatchObject({ state: 'done', counts: { succeeded: 60 } });
    expect(countHolders()).toBe(0);
    expect((await readPlan()).licenses).toMatchObject({
      assigned: before.assigned,
      revoked: before.revoked + 60,
    });
  },
);
