import { expect, test } from 'vitest';
import type { Availability, Enrollment, RunView, Start } from '#catalog';
import { createInterface } from '#i18n';
import { boxTitle } from './box-title.ts';

const ui = createInterface({ language: 'en', base: '/' });
const enroll: Enrollment = { state: 'enroll', offers: [] };
const date: Start = { kind: 'date', date: '2027-01-12' };

test.each([
  ['a run to come', createView('soon', date), enroll, 'Starts 12\u00A0January\u00A02027'],
  ['a run that has begun', createView('open', date), enroll, 'Started 12\u00A0January\u00A02027'],
  ['a run without fixed start', createView('open', { kind: 'any-time' }), enroll, 'Start any time'],
  ['a run that says no date', createView('open', undefined), enroll, 'Enrollment'],
  [
    'a closed run',
    createView('closed', date),
    { state: 'closed' },
    '12 January – 23 February 2027',
  ],
  ['a run that is over', createView('archived', date), { state: 'archived' }, 'No date yet'],
  ['no run', undefined, { state: 'no-run' }, 'No date yet'],
] as const)('of %s', (_case, view, enrollment, title) => {
  expect(boxTitle(view, enrollment, ui)).toBe(title);
});

function createView(availability: Availability, start: Start | undefined): RunView {
  return {
    run: {
      key: 'course-v1:KIT+STAT101x+1T2027',
      start: '2027-01-12',
      end: '2027-02-23',
      seats: [],
      isMarketable: true,
      transcriptLanguages: [],
      instructors: [],
    },
    label: '1T2027',
    availability,
    start,
    isChosen: true,
  };
}
