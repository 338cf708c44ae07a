import { describe, expect, it } from 'vitest';
import { readOperationReport } from '#admin/operation-report';
import { deleteOldRows } from '#admin/store';
import { dialects } from '../../test/licensing-sandbox.ts';
import {
  assign,
  mona,
  people,
  revokeByStatus,
  startOperations,
} from '../../test/operation-runner.ts';

async function startReport(dialect: (typeof dialects)[number] = 'gateway') {
  const world = await startOperations({ dialect });
  const services = { store: world.store, operations: world.runner };
  return {
    ...world,
    read: (id: string, from = 0) => readOperationReport(services, id, { from }),
  };
}

const refusal = { match: { route: 'assign' }, status: 400, body: '"Not today."' } as const;

describe.each(dialects)('readOperationReport, with the %s dialect', (dialect) => {
  it('tells what came of each address, and what can be tried again', async () => {
    const { sandbox, confirm, finish, read } = await startReport(dialect);
    await finish(await confirm(assign('learner-0@new.example')));
    sandbox.faults.add({ ...refusal, skip: 1, times: 1 });
    const id = await confirm(assign(people(5)), { chunkSize: 2 });
    await finish(id);

    const report = await read(id);
    expect(report?.codes).toEqual({ assigned: 2, 'already-associated': 1, refused: 2 });
    expect(report?.needy.lines.map(({ address }) => address)).toEqual([
      'learner-2@new.example',
      'learner-3@new.example',
    ]);
    expect(report?.needy.more).toBe(0);
    expect(report?.needy.lines[0]?.detail).toMatchObject({ reason: 'Not today' });
    expect(report?.results.lines).toHaveLength(5);
    expect(report?.retry?.groups[0]?.addresses).toHaveLength(2);
    expect(report?.entries.map(({ action }) => action)).toContain('operation-ended');
    expect(report?.entries.at(-1)?.action).toBe('operation-confirmed');
  });
});

describe('readOperationReport', () => {
  it('knows nothing of an operation that is not there', async () => {
    expect(await (await startReport()).read('nonsense')).toBeUndefined();
  });

  it('gives a hundred results from a position on, and the first ones where there is none', async () => {
    const { confirm, finish, read, addSeats } = await startReport();
    addSeats(300);
    const id = await confirm(assign(people(230)));
    await finish(id);

    const second = (await read(id, 200))?.results;
    expect(second).toMatchObject({ from: 200, total: 230, isForgotten: false });
    expect(second?.lines.map(({ address }) => address)).toEqual(people(230).split('\n').slice(200));
    expect((await read(id, 5000))?.results.from).toBe(0);
  });

  it('lists a hundred failed addresses at most, and says how many there are more', async () => {
    const { sandbox, confirm, finish, read, addSeats } = await startReport();
    addSeats(300);
    sandbox.faults.add(refusal);
    const id = await confirm(assign(people(130)));
    await finish(id);

    const { needy } = (await read(id)) ?? expect.fail('no report');
    expect(needy.lines).toHaveLength(100);
    expect(needy.more).toBe(30);
  });

  it('links an operation with the one that it tries again', async () => {
    const { sandbox, runner, readPlan, confirm, finish, read } = await startReport();
    sandbox.faults.add({ ...refusal, times: 1 });
    const failed = await confirm(assign(people(1)));
    await finish(failed);
    const plan = await readPlan();
    const dryRun = assign(people(1))({ plan, now: Date.parse('2026-11-25T12:00:00Z') });
    const { id } = await runner.confirm({
      idempotencyKey: crypto.randomUUID(),
      ...{ kind: 'assign', planUuid: plan.uuid, planTitle: 'Plan', dryRun, settings: {} },
      ...{ person: mona, retryOf: failed },
    });
    await finish(id);

    expect(await read(failed)).toMatchObject({ retryOf: undefined, retries: [id] });
    expect(await read(id)).toMatchObject({ retryOf: failed, retries: [], retry: undefined });
  });

  it('says that the addresses are forgotten, and keeps the numbers', async () => {
    const { store, confirm, finish, read } = await startReport();
    const id = await confirm(assign(people(3)));
    await finish(id);
    const limits = { idleMs: 1, maxAgeMs: 1 };
    await deleteOldRows(store, { now: Date.parse('2027-11-25'), limits, resultsKeptMs: 1 });

    const report = await read(id);
    expect(report?.results).toMatchObject({ lines: [], total: 0, isForgotten: true });
    expect(report?.state.counts).toEqual({ succeeded: 3 });
    expect(report).toMatchObject({ codes: {}, needy: { lines: [], more: 0 }, retry: undefined });
  });

  it('does not take a revocation that names nobody for a forgotten one', async () => {
    const world = await startOperations({ switches: { revoke: 'legacy-204' } });
    const services = { store: world.store, operations: world.runner };
    const id = await world.confirm(revokeByStatus('assigned'));
    await world.finish(id);

    const report = await readOperationReport(services, id, { from: 0 });
    expect(report?.results).toMatchObject({ lines: [], total: 0, isForgotten: false });
  });
});
