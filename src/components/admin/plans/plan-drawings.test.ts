import { expect, it } from 'vitest';
import { createPlan } from '../../../test/admin-builders.ts';
import { layOutAllocation } from './allocation-bar.ts';
import { renewalRowsOf } from './renewal-rows.ts';
import { layOutTimeline } from './timeline-drawing.ts';

const now = Date.parse('2026-07-02T12:00:00Z');

it('puts the parts of an allocation one after the other', () => {
  const licenses = {
    activated: 50,
    assigned: 25,
    unassigned: 25,
    revoked: 9,
    total: 100,
    allocated: 75,
  };

  const { whole, parts } = layOutAllocation(createPlan({ licenses }));

  expect(whole).toBe(100);
  expect(parts.map(({ key, from, length }) => [key, from, length])).toEqual([
    ['activated', 0, 50],
    ['assigned', 50, 25],
    ['unassigned', 75, 25],
  ]);
});

it('draws a plan without licenses as nothing', () => {
  const licenses = { activated: 0, assigned: 0, unassigned: 0, revoked: 0, total: 0, allocated: 0 };

  const { whole, parts } = layOutAllocation(createPlan({ licenses }));

  expect(whole).toBe(0);
  expect(parts.every(({ from, length }) => from === 0 && length === 0)).toBe(true);
});

it('places periods and today on a line', () => {
  const entries = [
    { start: '2025-01-01T00:00:00.000Z', end: '2026-01-01T00:00:00.000Z' },
    { start: '2026-01-01T00:00:00.000Z', end: '2027-01-01T00:00:00.000Z' },
  ];

  const drawing = layOutTimeline(entries, { now, width: 730 });

  expect(drawing?.segments.map(({ x, length }) => [x, length])).toEqual([
    [0, 365],
    [365, 365],
  ]);
  expect(drawing?.today).toBe(547.5);
});

it('leaves out what has no start or no end', () => {
  const entries = [
    { start: undefined, end: '2026-01-01' },
    { start: '2026-01-01', end: undefined },
  ];

  expect(layOutTimeline(entries, { now, width: 730 })).toBeUndefined();
});

it('shows no today outside of the line, and no words where they have no room', () => {
  const entries = [
    { start: '2024-01-01', end: '2024-01-09' },
    { start: '2024-01-10', end: '2025-01-01' },
  ];

  const drawing = layOutTimeline(entries, { now, width: 730 });

  expect(drawing?.today).toBeUndefined();
  expect(drawing?.segments.map(({ hasWords }) => hasWords)).toEqual([false, true]);
});

it('names the plans before where the company still has them', () => {
  const plan = createPlan({
    uuid: 'this',
    start: '2026-01-01',
    priorRenewals: [
      { fromPlan: 'gone', fromStart: '2024-01-01', toPlan: 'known', toStart: '2025-01-01' },
      { fromPlan: 'known', fromStart: '2025-01-01', toPlan: 'this', toStart: '2026-01-01' },
    ],
  });
  const known = createPlan({ uuid: 'known', title: 'Last year', expiration: '2026-01-01' });

  const rows = renewalRowsOf(plan, { plans: [plan, known], now });

  expect(
    rows.map(({ planUuid, title, hasPage, state }) => [planUuid, title, hasPage, state.words]),
  ).toEqual([
    ['gone', undefined, false, 'Renewed'],
    ['known', 'Last year', true, 'Ended'],
    ['this', plan.title, false, 'Active'],
  ]);
});
