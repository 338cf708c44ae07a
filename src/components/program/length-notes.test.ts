import { expect, test } from 'vitest';
import { createInterface } from '#i18n';
import { lengthNotesOf } from './length-notes.ts';

const ui = createInterface({ language: 'en', base: '/' });

test.each([
  [
    'a sum in months',
    { kind: 'sum', weeks: 33, count: 8, unit: 'months', isPartial: false },
    150,
    '33 weeks, 150 hours in all',
  ],
  [
    'a sum in weeks',
    { kind: 'sum', weeks: 3, count: 3, unit: 'weeks', isPartial: false },
    undefined,
    '',
  ],
  ['a range', { kind: 'range', min: 5, max: 10 }, 40, '40 hours in all'],
] as const)('under %s', (_case, length, totalHours, notes) => {
  expect(lengthNotesOf({ totalHours }, length, ui)).toBe(notes);
});
