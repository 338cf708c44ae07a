import { describe, expect, it } from 'vitest';
import { parseOrdering } from '#admin';
import { dialects } from '../../test/licensing-sandbox.ts';
import { setUpLearnerData } from '../../test/learner-data.ts';
import type { LearnerDataState, LearnerSet } from './index.server.ts';

const minuteMs = 60_000;

async function readIds(set: LearnerSet | undefined): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  for await (const row of set?.rows() ?? []) ids.push(row.enrollment_id);
  return ids;
}

/** A `fetch` that holds back what is asked of the learner summary while it is told to. */
function createGate() {
  let gate: PromiseWithResolvers<void> | undefined;
  let arrived = Promise.withResolvers<void>();
  const send: typeof fetch = async (input, init) => {
    if (gate !== undefined && new Request(input).url.includes('learner-summary')) {
      arrived.resolve();
      await gate.promise;
    }
    return fetch(input, init);
  };
  return {
    fetch: send,
    close() {
      gate = Promise.withResolvers();
      arrived = Promise.withResolvers();
    },
    /** Until a request waits at the gate. */
    arrival: () => arrived.promise,
    open() {
      gate?.resolve();
      gate = undefined;
    },
  };
}

describe.each(dialects)('the learner summary of the %s', (dialect) => {
  it('shows its first page with one request, and says how many load all', async () => {
    const { data, asked } = await setUpLearnerData({ dialect });

    const first = await data.readFirstPage({
      pageSize: 50,
      ordering: parseOrdering('course_title'),
    });

    expect(asked()).toEqual(['1 of 50']);
    expect(first).toMatchObject({
      rows: { length: 50 },
      count: 2400,
      refused: 0,
      requestsForAll: 3,
    });
    const titles = first.rows.map((row) => row.course_title ?? '');
    const isOrdered = titles.every((title, index) => title >= (titles[index - 1] ?? ''));
    expect(isOrdered).toBe(dialect === 'reference');
    expect(data.state()).toEqual({ kind: 'empty' });
  });

  it('loads each row once, with and without consent', async () => {
    const { data, asked, clock } = await setUpLearnerData({ dialect });

    const set = await data.load();

    expect(asked()).toEqual(['1 of 1000', '2 of 1000', '3 of 1000']);
    const ids = await readIds(set);
    expect([ids.length, new Set(ids).size]).toEqual([2400, 2400]);
    const report = await set.report();
    expect(report.withConsent + report.withoutConsent).toBe(2400);
    expect(report.withoutConsent).toBeGreaterThan(200);
    expect(data.state()).toEqual({
      kind: 'ready',
      loadedAt: clock.now,
      rows: 2400,
      dataAsOf: report.dataAsOf,
      refused: 0,
      isComplete: true,
      lostPages: 0,
      isSuspect: false,
      isOld: false,
    });
  });

  it('has no row twice where the list moves on while it is read', async () => {
    const { sandbox, data } = await setUpLearnerData({ dialect });
    sandbox.faults.add({
      match: { route: 'learner-summary' },
      changeAfterPage: { page: 1, add: 7 },
    });

    const ids = await readIds(await data.load());

    expect([ids.length, new Set(ids).size]).toEqual([2400, 2400]);
    expect(data.state()).toMatchObject({ isComplete: true, isSuspect: true });
  });

  it('keeps what there is where a page fails for good, and says that some is missing', async () => {
    const { sandbox, data, logged } = await setUpLearnerData({ dialect });
    const match = { route: 'learner-summary', query: { page: '2' } } as const;
    sandbox.faults.add({ match, status: 503, body: '' });

    const set = await data.load();

    expect(set.facts).toMatchObject({ rows: 1400, isComplete: false, lostPages: 1 });
    expect(logged.at(-1)).toMatch(/"learner-data.loaded","rows":1400,.*"lostPages":1/);
  });

  it('leaves out rows that do not fit the contract, counts them and shows them nobody', async () => {
    const { sandbox, data, logged } = await setUpLearnerData({ dialect });
    sandbox.faults.add({
      match: { route: 'learner-summary', query: { page: '3' } },
      set: { 'results.*.has_passed': 'ada@company.example' },
    });

    const set = await data.load();

    expect(set.facts).toMatchObject({ rows: 2000, refused: 400 });
    expect(logged.at(-1)).toContain('"refused":400');
    expect(logged.join('\n')).not.toContain('company.example');
  });

  it.each([
    ['credentials-refused', { status: 401, body: { detail: 'No, ada@company.example.' } }],
    ['forbidden', { status: 403, body: { detail: 'Not for ada@company.example.' } }],
    ['throttled', { status: 429, body: {}, headers: { 'Retry-After': '86400' } }],
    ['unavailable', { status: 503, body: 'ada@company.example' }],
    ['unreachable', { hangUp: true }],
    ['unexpected-answer', { set: { results: 'ada@company.example' } }],
  ] as const)('keeps the rows it has where they cannot be renewed: %s', async (reason, fault) => {
    const { sandbox, data, logged, clock } = await setUpLearnerData({ dialect, learners: 30 });
    const before = await data.load();
    sandbox.faults.add({ match: { route: 'learner-summary' }, ...fault });
    clock.now += 20 * minuteMs;

    const said = await data.load().catch((error: unknown) => error);
    const first = await data.readFirstPage({ pageSize: 10 }).catch((error: unknown) => error);

    expect([said, first]).toMatchObject([{ reason }, { reason }]);
    expect(data.current()).toBe(before);
    expect(data.state()).toMatchObject({
      kind: 'failed',
      at: clock.now,
      reason,
      message: expect.stringMatching(/^(The|Some) .+\.$/),
      previous: { rows: 30, isOld: true },
    });
    expect(JSON.stringify([logged, data.state(), String(said)])).not.toContain('company.example');

    sandbox.faults.clear();
    await data.load();
    expect(data.state()).toMatchObject({ kind: 'ready', isOld: false });
  });
});

describe('loading', () => {
  it('waits as long as the service asks, and goes on', async () => {
    const { sandbox, data } = await setUpLearnerData();
    const match = { route: 'learner-summary', query: { page: '2' } } as const;
    sandbox.faults.add({ match, status: 429, body: {}, times: 2 });

    expect((await data.load()).facts).toMatchObject({ rows: 2400, isComplete: true });
  });

  it('is done once for all who ask, and goes on when one of them leaves', async () => {
    const gate = createGate();
    const { data, asked } = await setUpLearnerData({ fetch: gate.fetch });
    gate.close();
    const leaver = new AbortController();

    const left = data.load({ signal: leaver.signal });
    const stayed = data.load();
    const forced = data.load({ force: true });
    leaver.abort(new Error('Gone.'));
    await expect(left).rejects.toThrow('Gone.');
    gate.open();

    expect(await stayed).toBe(await forced);
    expect(asked()).toHaveLength(3);
  });

  it('is done again when the rows are old or somebody asks for it', async () => {
    const { data, asked, clock } = await setUpLearnerData({ learners: 10 });
    const first = await data.load();

    clock.now += 15 * minuteMs;
    expect(await data.load()).toBe(first);
    clock.now += 1;
    expect(data.state()).toMatchObject({ kind: 'ready', isOld: true });
    const second = await data.load();
    const third = await data.load({ force: true });

    expect(new Set([first, second, third]).size).toBe(3);
    expect(asked()).toHaveLength(3);
  });

  it('leaves the old rows to look at meanwhile', async () => {
    const gate = createGate();
    const { data, clock } = await setUpLearnerData({ fetch: gate.fetch, learners: 10 });
    const first = await data.load();
    gate.close();
    clock.now += 60 * minuteMs;

    const renewed = data.load();
    await gate.arrival();

    expect(data.state()).toEqual({
      kind: 'loading',
      since: clock.now,
      requestsDone: 0,
      requests: undefined,
      rows: 0,
      previous: { ...first.facts, isOld: true },
    });
    expect(data.current()).toBe(first);
    gate.open();
    expect(await renewed).toBe(data.current());
  });

  it('does not put rows of which some are missing in the place of all, for a day', async () => {
    const { sandbox, data, clock } = await setUpLearnerData();
    const whole = await data.load();
    const match = { route: 'learner-summary', query: { page: '2' } } as const;
    sandbox.faults.add({ match, status: 503, body: '' });

    await expect(data.load({ force: true })).rejects.toMatchObject({ reason: 'incomplete' });
    expect(data.current()).toBe(whole);
    clock.now += 25 * 60 * minuteMs;
    expect((await data.load()).facts.isComplete).toBe(false);
    expect((await data.load({ force: true })).facts.isComplete).toBe(false);
  });

  it('can be watched from page to page', async () => {
    const { data } = await setUpLearnerData({ switches: { 'max-page-size': 500 } });
    const viewer = new AbortController();
    const states: LearnerDataState[] = [];

    for await (const state of data.watch(viewer.signal)) {
      states.push(state);
      if (state.kind === 'empty') void data.load();
      if (state.kind === 'ready') viewer.abort();
    }

    expect(states.map(({ kind }) => kind)).toEqual([
      'empty',
      ...Array.from({ length: states.length - 2 }, () => 'loading'),
      'ready',
    ]);
    const loading = states.filter((state) => state.kind === 'loading');
    expect(loading.map(({ requestsDone }) => requestsDone)).toEqual(
      loading.map((_, index) => index),
    );
    expect(loading.at(-1)).toMatchObject({ requests: 5 });
  });

  it('ends with the server, for those who wait and those who watch', async () => {
    const gate = createGate();
    const { data, asked } = await setUpLearnerData({ fetch: gate.fetch });
    gate.close();
    const loading = data.load();
    const watched = data.watch(new AbortController().signal);
    await watched.next();
    await gate.arrival();

    data.close();
    gate.open();

    await expect(loading).rejects.toMatchObject({ reason: 'stopped' });
    await expect(data.load()).rejects.toMatchObject({ reason: 'stopped' });
    expect(await watched.next()).toMatchObject({ done: true });
    expect(asked().length).toBeLessThan(2);
  });
});

it('is no error of the service where a viewer of the first page leaves', async () => {
  const { data, logged } = await setUpLearnerData();

  await expect(
    data.readFirstPage({ pageSize: 10, signal: AbortSignal.abort(new Error('Gone.')) }),
  ).rejects.toThrow('Gone.');
  expect(logged).toEqual([]);
});
