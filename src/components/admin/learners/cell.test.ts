import { expect, it } from 'vitest';
import type { LearnerRow } from '#admin';
import { learnerSummary } from '#enterprise-api/contract';
import { cellsOf, describeValue } from './cell.ts';

function createRow(sent: Partial<Record<keyof LearnerRow, unknown>>): LearnerRow {
  return learnerSummary.parse({ is_consent_granted: true, ...sent });
}

it.each([
  ['current_grade', 0.6444, '64.4%'],
  ['current_grade', 0, '0.0%'],
  ['course_list_price', 149, '$149'],
  ['course_list_price', 49.5, '$49.50'],
  ['total_learning_time_hours', 12.25, '12.3'],
  ['last_activity_date', '2026-11-23', '23 Nov 2026'],
  ['last_activity_date', 'lately', 'lately'],
  ['user_account_creation_date', '2026-11-23T02:00:00Z', '23 Nov 2026, 02:00 UTC'],
  ['progress_status', 'Audit Access Expired', 'Audit Access Expired'],
  ['is_refunded', false, 'No'],
  ['is_refunded', null, undefined],
  ['course_title', '', undefined],
] as const)('writes %s %o as %s', (field, value, words) => {
  expect(describeValue(createRow({ [field]: value }), field)).toBe(words);
});

it.each([
  [{ passed_date: '2026-11-21', has_passed: true }, '21 Nov 2026'],
  [{ has_passed: true }, 'Passed, date not said'],
  [{ has_passed: false }, 'Not passed'],
  [{}, undefined],
])('says of a pass, where %o was sent: %s', (sent, words) => {
  expect(describeValue(createRow(sent), 'passed_date')).toBe(words);
});

it('says once that consent is not given, in place of everything about the learner', () => {
  const row = createRow({
    is_consent_granted: false,
    user_email: 'ada@company.example',
    course_title: 'Everyday Ethics',
    current_grade: 0.9,
    course_end: '2027-01-31',
  });

  const cells = cellsOf(row, [
    'user_email',
    'course_title',
    'progress_status',
    'current_grade',
    'course_end',
    'course_start',
  ]);

  expect(cells).toEqual([
    { kind: 'withheld', fields: ['user_email'], words: 'Consent not given' },
    { kind: 'value', field: 'course_title', words: 'Everyday Ethics' },
    { kind: 'withheld', fields: ['progress_status', 'current_grade'], words: undefined },
    { kind: 'value', field: 'course_end', words: '31 Jan 2027' },
    { kind: 'value', field: 'course_start', words: undefined },
  ]);
});
