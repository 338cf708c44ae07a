import { expect, test } from 'vitest';
import type { BuildRecord } from './build-record.ts';
import { findBuildReason } from './build-reason.ts';

const inputs = { data: 'data', configuration: 'configuration', program: 'program' };
const last: BuildRecord = {
  builtFor: '2026-11-23T06:00:00.000Z',
  validUntil: '2026-11-25T00:00:00.000Z',
  inputs,
};
const nextDay = '2026-11-24T06:00:00.000Z';

test.each([
  ['nothing', last, inputs, nextDay, undefined],
  ['no record', undefined, inputs, nextDay, 'there is no site yet'],
  ['other data', last, { ...inputs, data: 'new' }, nextDay, 'the data changed'],
  [
    'another configuration',
    last,
    { ...inputs, configuration: 'new' },
    nextDay,
    'the configuration changed',
  ],
  ['another program', last, { ...inputs, program: 'new' }, nextDay, 'the program changed'],
  ['the moment before a date', last, inputs, '2026-11-24T23:59:59.999Z', undefined],
  [
    'a date',
    last,
    inputs,
    '2026-11-25T00:00:00.000Z',
    'a date has passed (2026-11-25T00:00:00.000Z)',
  ],
  ['six days', { ...last, validUntil: undefined }, inputs, '2026-11-30T05:59:59.999Z', undefined],
  [
    'a week',
    { ...last, validUntil: undefined },
    inputs,
    '2026-11-30T06:00:00.000Z',
    'the last build is 7 days old',
  ],
  [
    'a clock that was put back',
    last,
    inputs,
    '2026-11-22T00:00:00.000Z',
    'the last build was for a later moment (2026-11-23T06:00:00.000Z)',
  ],
])('%s: builds again because …', (_, record, current, now, reason) => {
  expect(findBuildReason(record, current, Date.parse(now))).toBe(reason);
});
