import { describe, expect, it } from 'vitest';
import { createLearnerRow } from '../../test/admin-builders.ts';
import { reportLearners, uniqueRows, type LearnerReport, type LearnerRow } from './index.ts';

const now = Date.parse('2026-11-23T06:00:00Z');

async function* stream(rows: Record<string, unknown>[]): AsyncGenerator<LearnerRow> {
  for (const row of rows) yield createLearnerRow(row);
}

async function report(rows: Record<string, unknown>[]): Promise<LearnerReport> {
  return reportLearners(stream(rows), { now, monthCount: 3, weekCount: 3 });
}

describe('reportLearners', () => {
  it('counts nothing in nothing', async () => {
    expect(await report([])).toMatchObject({
      dataAsOf: undefined,
      rows: 0,
      learners: 0,
      statuses: [],
      courses: [],
      months: [
        { month: '2026-09', enrollments: 0, completions: 0 },
        { month: '2026-10', enrollments: 0, completions: 0 },
        { month: '2026-11', enrollments: 0, completions: 0 },
      ],
    });
  });

  it('counts rows without consent apart and nowhere else', async () => {
    const found = await report([
      {},
      { is_consent_granted: false, has_passed: true, user_email: 'bob@company.example' },
    ]);

    expect(found).toMatchObject({
      rows: 2,
      withConsent: 1,
      withoutConsent: 1,
      learners: 1,
      enrolled: 1,
      completions: 0,
      statuses: [{ value: 'In Progress', rows: 1 }],
      subjects: [
        {
          value: 'Data Analysis & Statistics',
          enrollments: 1,
          completions: 0,
          withoutConsent: 1,
        },
      ],
    });
    expect(found.otherEnrollments.undated).toBe(0);
    expect(found.otherActivity.undated).toBe(0);
  });

  it.each([
    ['today', '2026-11-23', [1, 0, 0]],
    ['seven days ago, which is both', '2026-11-16', [1, 1, 0]],
    ['eight days ago', '2026-11-15', [0, 1, 0]],
    ['a month ago', '2026-10-23', [0, 1, 1]],
    ['never', null, [0, 0, 0]],
  ])('takes who was active %s as such', async (_, day, counts) => {
    const rows = [
      { last_activity_date: day },
      { last_activity_date: day, has_passed: true },
      { last_activity_date: day, course_end: '2026-11-22' },
    ];
    const found = await report(rows);

    expect([found.activePastWeek, found.inactivePastWeek, found.inactivePastMonth]).toEqual(counts);
  });

  it('counts learners once, by their id, else by their address', async () => {
    const found = await report([
      { enterprise_user_id: 1, user_email: 'a@company.example' },
      { enterprise_user_id: 1, user_email: 'changed@company.example' },
      { enterprise_user_id: null, user_email: 'b@company.example', last_activity_date: null },
      {
        enterprise_user_id: null,
        user_email: 'B@company.example',
        last_activity_date: '2026-01-01',
      },
      { enterprise_user_id: null, user_email: null },
    ]);

    expect(found).toMatchObject({ withConsent: 5, learners: 2, learnersActivePastWeek: 1 });
  });

  it('puts enrollments, completions and activity in their months and weeks', async () => {
    const found = await report([
      { enrollment_date: '2026-09-01', last_activity_date: '2026-11-09' },
      { enrollment_date: '2026-11-30', last_activity_date: '2026-11-15' },
      { enrollment_date: '2026-08-31', last_activity_date: '2026-11-08' },
      { enrollment_date: '2026-12-01', last_activity_date: '2026-11-30' },
      { enrollment_date: null, last_activity_date: 'yesterday' },
      { has_passed: true, passed_date: '2026-11-16', last_activity_date: '2026-11-23' },
      { has_passed: true, passed_date: null, last_activity_date: '2026-11-22' },
    ]);

    expect(found.months).toEqual([
      { month: '2026-09', enrollments: 3, completions: 0 },
      { month: '2026-10', enrollments: 0, completions: 0 },
      { month: '2026-11', enrollments: 1, completions: 1 },
    ]);
    expect(found.otherEnrollments).toEqual({ before: 1, after: 1, undated: 1 });
    expect(found.otherCompletions).toEqual({ before: 0, after: 0, undated: 1 });
    expect(found.weeks).toEqual([
      { week: '2026-11-09', rows: 2 },
      { week: '2026-11-16', rows: 1 },
      { week: '2026-11-23', rows: 1 },
    ]);
    expect(found.otherActivity).toEqual({ before: 1, after: 1, undated: 1 });
    expect(found).toMatchObject({ completions: 2, completedPastWeek: 1 });
  });

  it('orders statuses and courses by how often they come, what is missing last', async () => {
    const found = await report([
      { progress_status: null, course_key: null },
      { progress_status: null, course_key: null },
      { progress_status: null, course_key: null },
      { progress_status: 'Audit Access Expired', course_key: 'B', course_title: 'Bees' },
      { progress_status: 'Passed', course_key: 'A', course_title: null, has_passed: true },
      {
        progress_status: 'Passed',
        course_key: 'A',
        course_title: 'Ants',
        is_consent_granted: false,
      },
      { progress_status: 'Passed', course_key: 'A', unenrollment_date: '2026-11-01' },
    ]);

    expect(found.statuses).toEqual([
      { value: 'Passed', rows: 2 },
      { value: 'Audit Access Expired', rows: 1 },
      { value: undefined, rows: 3 },
    ]);
    expect(found.courses.map(({ key, title, ...counts }) => [key, title, counts])).toEqual([
      ['A', 'Ants', { enrollments: 2, completions: 1, withoutConsent: 1 }],
      ['B', 'Bees', { enrollments: 1, completions: 0, withoutConsent: 0 }],
      [
        undefined,
        'Statistics for Everyday Decisions',
        { enrollments: 3, completions: 0, withoutConsent: 0 },
      ],
    ]);
    expect(found).toMatchObject({ enrolled: 5, unenrolled: 1 });
  });

  it('knows the date of the data', async () => {
    const found = await report([
      { created: '2026-11-22T02:00:00Z' },
      { created: '2026-11-23T02:00:00Z' },
      { created: null },
      { created: 'soon' },
    ]);

    expect(found.dataAsOf).toBe('2026-11-23T02:00:00.000Z');
  });

  it.each([
    ['2026-03-31T00:00:00Z', '2026-02-28', '2026-03-01'],
    ['2028-03-31T00:00:00Z', '2028-02-29', '2028-03-01'],
    ['2026-01-15T00:00:00Z', '2025-12-15', '2025-12-16'],
  ])('on %s a month ago was %s', async (moment, monthAgo, later) => {
    const rows = [monthAgo, later].map((day) => ({ last_activity_date: day, course_end: null }));
    const found = await reportLearners(stream(rows), { now: Date.parse(moment) });

    expect(found.inactivePastMonth).toBe(1);
  });
});

it('passes each enrollment on once', async () => {
  const nameless = { enrollment_id: null, enterprise_enrollment_id: null };
  const rows = [
    { enterprise_enrollment_id: 1 },
    { enterprise_enrollment_id: 2 },
    { enterprise_enrollment_id: 1 },
    { ...nameless, enrollment_date: '2026-01-01' },
    { ...nameless, enrollment_date: '2026-01-02' },
    { ...nameless, enrollment_date: '2026-01-01' },
    { ...nameless, user_email: null },
    { ...nameless, user_email: null },
  ];
  const passed: LearnerRow[] = [];
  for await (const row of uniqueRows(stream(rows))) passed.push(row);

  expect(passed).toHaveLength(6);
});
