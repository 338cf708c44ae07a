import { expect, it } from 'vitest';
import { createReport } from '#admin';
import { createLearnerRow } from '../../../test/admin-builders.ts';
import { lastYearOf } from './last-year.ts';
import { learnerFactsOf } from './learner-facts.ts';

const now = Date.parse('2026-11-23T06:00:00Z');

function factsOf(rows: Parameters<typeof createLearnerRow>[0][]): Record<string, string> {
  const report = createReport({ now });
  for (const row of rows) report.add(createLearnerRow(row));
  const facts = learnerFactsOf(report.finish());
  return Object.fromEntries(facts.map(({ label, value, note }) => [label, `${value} ${note}`]));
}

it('counts learners, never those without consent', () => {
  const facts = factsOf([
    { enterprise_user_id: 1, last_activity_date: '2026-11-22', created: '2026-11-23T02:00:00Z' },
    { enterprise_user_id: 2, last_activity_date: '2026-09-01' },
    { enterprise_user_id: 3, is_consent_granted: false },
  ]);

  expect(facts).toMatchObject({
    Learners: '2 with an enrollment and consent',
    'Active this week': '1 50 % of learners',
    'Consent not given': '1 enrollment, progress unknown',
    'Data of': '23 Nov 2026 02:00 UTC, learner summary',
  });
});

it('says no share of nobody and no date that is not known', () => {
  const facts = factsOf([]);

  expect(facts['Active this week']).toBe('0 ');
  expect(facts['Data of']).toBeUndefined();
});

it('counts what is older than a year as earlier', () => {
  const other = { before: 1, after: 2, undated: 3 };
  const months = Array.from({ length: 14 }, (_, index) => ({
    month: `2025-${String(index)}`,
    enrollments: 10,
    completions: 1,
  }));

  const year = lastYearOf({ months, otherEnrollments: other, otherCompletions: other });

  expect(year.months).toEqual(months.slice(2));
  expect(year.otherEnrollments).toEqual({ before: 21, after: 2, undated: 3 });
  expect(year.otherCompletions).toEqual({ before: 3, after: 2, undated: 3 });
});
