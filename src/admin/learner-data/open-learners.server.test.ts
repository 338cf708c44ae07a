import { expect, it } from 'vitest';
import { setUpLearnerData } from '../../test/learner-data.ts';

const minuteMs = 60_000;
const { signal } = new AbortController();

it('reads few rows without a question', async () => {
  const { data, asked } = await setUpLearnerData({ learners: 2400 });

  const { set, state, question } = await data.open(signal);

  expect([set?.facts.rows, state.kind, question]).toEqual([2400, 'ready', undefined]);
  expect(asked()).toEqual(['1 of 50', '1 of 1000', '2 of 1000', '3 of 1000']);
});

it('asks before it reads many, with one request for all who look at once', async () => {
  const { data, asked } = await setUpLearnerData({ learners: 5001 });

  const openings = await Promise.all([data.open(signal), data.open(signal)]);

  const question = { rows: 5001, requests: 6 };
  const opening = { set: undefined, state: { kind: 'empty' }, question };
  expect(openings).toEqual([opening, opening]);
  expect(asked()).toEqual(['1 of 50']);
});

it('shows old rows at once and renews them beside', async () => {
  const { data, clock } = await setUpLearnerData({ learners: 30 });
  const before = await data.load();
  expect(await data.open(signal)).toMatchObject({ set: before, state: { kind: 'ready' } });
  clock.now += 20 * minuteMs;

  const opening = await data.open(signal);

  expect(opening).toMatchObject({ set: before, state: { kind: 'loading' } });
  const after = await data.load();
  expect(after.facts.loadedAt).toBe(clock.now);
  expect(await data.open(signal)).toMatchObject({ set: after, state: { kind: 'ready' } });
});

it('does not try again and again what failed', async () => {
  const { sandbox, data, asked, clock } = await setUpLearnerData({ learners: 30 });
  sandbox.faults.add({ match: { route: 'learner-summary' }, status: 401 });
  await data.load().catch(() => undefined);
  const before = asked().length;

  const opening = await data.open(signal);

  expect(opening).toMatchObject({ set: undefined, state: { kind: 'failed' } });
  sandbox.faults.clear();
  clock.now += 20 * minuteMs;
  expect(await data.open(signal)).toMatchObject({ state: { kind: 'failed' } });
  expect(asked()).toHaveLength(before);
});

it('tells why even the number of rows could not be read', async () => {
  const { sandbox, data } = await setUpLearnerData({ learners: 30 });
  sandbox.faults.add({ match: { route: 'learner-summary' }, status: 403 });

  await expect(data.open(signal)).rejects.toMatchObject({ reason: 'forbidden' });
});
