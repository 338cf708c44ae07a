import { expect, it } from 'vitest';
import { learnerSummary } from '#enterprise-api/contract';
import { countEnrollments, factsOfLearner } from './learner-facts.ts';

const rows = [
  { user_email: 'ada@company.example', user_country: 'DE', has_passed: true },
  { user_email: 'ada@company.example', has_passed: false, unenrollment_date: '2026-11-01' },
  { user_email: 'ada@company.example', user_country: 'US', enterprise_flex_group_name: 'Data' },
  { user_email: 'ada@company.example', user_country: 'DE', enterprise_flex_group_name: 'Data' },
].map((row) => learnerSummary.parse({ is_consent_granted: true, ...row }));

it('says once what is the same in all rows of a learner, and nothing of what is not known', () => {
  expect(factsOfLearner(rows)).toEqual([
    { label: 'Country', words: 'DE, US' },
    { label: 'Group', words: 'Data' },
  ]);
});

it('counts how the enrollments stand', () => {
  expect(countEnrollments(rows)).toEqual({ enrollments: 4, passed: 1, unenrolled: 1 });
});
