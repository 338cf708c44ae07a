import { expect, test } from 'vitest';
import { testNow } from '../test/builders.ts';
import { startMonthOf } from './start-month.ts';
import type { Availability, Start } from './views.ts';

test.each<[Availability | undefined, Start | undefined, string | undefined]>([
  ['open', { kind: 'any-time' }, 'any-time'],
  ['open', { kind: 'date', date: '2026-11-02' }, 'started'],
  ['soon', { kind: 'date', date: '2026-12-31T23:00:00.000Z' }, '2026-12'],
  ['upcoming', { kind: 'date', date: '2027-01-12' }, '2027-01'],
  ['soon', { kind: 'date', date: '2026-11-01' }, 'started'],
  ['closed', { kind: 'date', date: '2027-01-12' }, undefined],
  ['archived', { kind: 'date', date: '2020-01-12' }, undefined],
  ['open', undefined, undefined],
  [undefined, undefined, undefined],
])('what is %s and starts %j is filed under %s', (availability, start, month) => {
  expect(startMonthOf({ availability, start }, testNow)).toBe(month);
});
