import { describe, expect, test } from 'vitest';
import { dialects } from '../../test/licensing-sandbox.ts';
import {
  assign,
  cappedTitle,
  enroll,
  people,
  revoke,
  revokeByStatus,
  startOperations,
} from '../../test/operation-runner.ts';
import { listResults, type Store } from '../store/index.server.ts';
import { parseDetail } from './detail.server.ts';

async function listCodes(store: Store, id: string): Promise<Record<string, number>> {
  const rows = await listResults(store, id, { from: 0, limit: 10_000 });
  const codes = Map.groupBy(rows, ({ detail }) => parseDetail(detail)?.code ?? 'none');
  return Object.fromEntries([...codes].map(([code, own]) => [code, own.length]));
}

const actionsOf = (log: { action: string }[]) => log.map(({ action }) => action);

describe.each(dialects)('the %s', (dialect) => {
  test('250 addresses are assigned in three requests, and the log says so', async () => {
    const { confirm, finish, addSeats, listHolders, sandbox, store, readLog } =
      await startOperations({ dialect });
    addSeats(300);

    const id = await confirm(assign(people(250)));
    const state = await finish(id);

    expect(state).toMatchObject({
      kind: 'assign',
      state: 'done',
      counts: { succeeded: 250 },
      size: 250,
      requests: { done: 3, total: 3 },
      asking: [],
    });
    expect(sandbox.requests.filter(({ path }) => path.endsWith('/assign'))).toHaveLength(3);
    const holders = listHolders();
    for (const email of people(250).split('\n')) expect(holders.get(email)).toBe(1);
    expect(await listCodes(store, id)).toEqual({ assigned: 250 });
    const log = await readLog(id);
    expect(actionsOf(log)).toEqual([
      'operation-confirmed',
      ...Array.from({ length: 3 }, () => ['request-sent', 'request-answered']).flat(),
      'operation-ended',
    ]);
    expect(
      log.filter(({ action }) => action === 'request-answered').map((one) => one.detail),
    ).toEqual(
      [100, 100, 50].map((assigned, request) => ({ request, answer: 'answered', assigned })),
    );
    expect(log.at(-1)).toMatchObject({
      name: 'Mona Manager',
      detail: { result: 'done', succeeded: 250 },
    });
    expect(JSON.stringify(log)).not.toContain('@');
  });

  test('Salesforce ids reach the service beside their addresses', async () => {
    const { confirm, finish, sandbox, store } = await startOperations({ dialect });
    const text = `email,user_sfid\na@new.example,00Q4X00000LmNoPUAV\nb@new.example,\n`;

    const id = await confirm(assign(text));

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 2 } });
    expect(sandbox.requests.filter(({ path }) => path.endsWith('/assign'))).toHaveLength(1);
    expect(await listResults(store, id, { from: 0, limit: 9 })).toMatchObject([
      { salesforce_id: '00Q4X00000LmNoPUAV' },
      { salesforce_id: '' },
    ]);
  });

  test('who cannot all have a seat is told in the service’s words', async () => {
    const { confirm, finish, store, sandbox } = await startOperations({ dialect });
    sandbox.faults.add({
      match: { route: 'assign' },
      ...{ status: 400, body: JSON.stringify('There are not enough licenses.'), times: 1 },
    });

    const id = await confirm(assign(people(4)), { chunkSize: 2 });

    expect(await finish(id)).toMatchObject({
      state: 'partly',
      counts: { failed: 2, succeeded: 2 },
    });
    const [row] = await listResults(store, id, { from: 0, limit: 1 });
    expect(parseDetail(row?.detail ?? null)).toEqual({
      code: 'refused',
      reason: 'There are not enough licenses',
    });
  });

  test('revoking keeps within what the cap leaves, which is read before each request', async () => {
    const { confirm, finish, sandbox, readPlan, listHolders, store, readLog } =
      await startOperations({ dialect, switches: { revoke: 'current' } });
    const plan = await readPlan(cappedTitle);
    // Only those in use count against the cap, of which three are left.
    const [assigned] = listHolders(plan.uuid, 'assigned').keys();
    const activated = [...listHolders(plan.uuid, 'activated').keys()].slice(0, 7);

    const id = await confirm(revoke([assigned, ...activated].join('\n')), { plan: cappedTitle });
    const state = await finish(id);

    expect(state).toMatchObject({ state: 'partly', counts: { succeeded: 4, failed: 4 }, size: 8 });
    expect(await listCodes(store, id)).toEqual({ revoked: 4, 'no-revocations-left': 4 });
    const log = (await readLog(id)).map(({ action, detail }) => [action, detail['addresses']]);
    expect(log).toEqual([
      ['operation-confirmed', undefined],
      ['request-sent', 3],
      ['request-answered', undefined],
      ['request-split', 1],
      ['request-sent', 1],
      ['request-answered', undefined],
      ['request-not-sent', undefined],
      ['request-not-sent', undefined],
      ['operation-ended', undefined],
    ]);
    expect((await readPlan(cappedTitle)).revocations).toMatchObject({ remaining: 0 });
    expect(sandbox.requests.filter(({ status }) => status === 400)).toEqual([]);
  });

  test.each(['current', 'current-as-400', 'legacy-204'])(
    'every license of a status is revoked (%s)',
    async (switchValue) => {
      const { confirm, finish, readPlan, store } = await startOperations({
        dialect,
        switches: { revoke: switchValue },
      });

      const id = await confirm(revokeByStatus('assigned'));
      const state = await finish(id);

      expect(state).toMatchObject({ state: 'done', size: 18, requests: { done: 1, total: 1 } });
      const named = switchValue === 'legacy-204' ? {} : { revoked: 18 };
      expect(await listCodes(store, id)).toEqual(named);
      expect((await readPlan()).licenses).toMatchObject({ assigned: 0, activated: 62 });
    },
  );

  test('enrolling queues jobs, one a request', async () => {
    const { confirm, finish, sandbox, store } = await startOperations({ dialect });
    const keys = ['course-v1:X+A1+1T2026', 'course-v1:X+B1+1T2026'];

    const id = await confirm(enroll(people(5), keys), { chunkSize: 2 });

    expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 10 }, size: 10 });
    const jobs = sandbox.requests.filter(({ path }) => path.includes('bulk-license-enrollment'));
    expect(jobs).toHaveLength(3);
    expect(await listCodes(store, id)).toEqual({ accepted: 10 });
  });
});

test('a mixed answer of revoking is kept for each address', async () => {
  const { confirm, finish, store, listHolders } = await startOperations({ dialect: 'gateway' });
  const [holder] = listHolders().keys();

  const id = await confirm(revoke(`${holder}\nnobody@new.example`));

  expect(await finish(id)).toMatchObject({ state: 'done', counts: { succeeded: 2 } });
  expect(await listCodes(store, id)).toEqual({ revoked: 1, 'nothing-to-revoke': 1 });
});

test('success hidden in 400 is success', async () => {
  const { confirm, finish, store, listHolders } = await startOperations({
    dialect: 'gateway',
    switches: { revoke: 'current-as-400' },
  });
  const holders = [...listHolders().keys()].slice(0, 3);

  const id = await confirm(revoke(holders.join('\n')));

  expect(await finish(id)).toMatchObject({ state: 'done' });
  expect(await listCodes(store, id)).toEqual({ revoked: 3 });
});

test('of a service of old that ends at one address, the others failed and can be sent again', async () => {
  const { confirm, finish, runner, listHolders } = await startOperations({
    dialect: 'gateway',
    switches: { revoke: 'legacy-204' },
  });
  const [first, second] = listHolders().keys();

  const id = await confirm(revoke(`${first}\nnobody@new.example\n${second}`));

  expect(await finish(id)).toMatchObject({ state: 'partly', counts: { succeeded: 1, failed: 2 } });
  expect(await runner.retryFailed(id)).toMatchObject({
    kind: 'revoke',
    groups: [{ addresses: [{ email: first }, { email: second }], courseRunKeys: [] }],
  });
});
