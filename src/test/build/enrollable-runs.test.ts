import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseEnrollableRuns, type EnrollableRuns } from '#admin/enrollable-runs';
import { createRunResource } from '../builders.ts';
import { movingCourse } from '../moving-catalog.ts';
import { removeSite, renderSite, syncSample, type SyncedSandbox } from '../sample-site.ts';

const offered = {
  open: {},
  'starts-later': { start: '2027-01-12T16:00:00Z', pacing_type: 'instructor_paced' },
  'last-day': {
    enrollment_end: '2026-12-24',
    seats: [{ type: 'verified', price: '149.00', currency: 'USD', upgrade_deadline: '2026-11-23' }],
  },
  'without-dates': { start: null, end: null, seats: [] },
};
const notOffered = {
  hidden: { hidden: true },
  unpublished: { status: 'unpublished' },
  reviewed: { status: 'review_by_legal' },
  'not-marketable': { is_marketable: false },
  archived: { availability: 'Archived' },
  ended: { end: '2026-11-22T00:00:00Z' },
  'enrollment-over': { enrollment_end: '2026-11-22T00:00:00Z' },
  'opens-later': { enrollment_start: '2026-12-01T00:00:00Z' },
  'upgrade-over': {
    seats: [
      { type: 'audit', price: '0.00', currency: 'USD', upgrade_deadline: null },
      { type: 'verified', price: '149.00', currency: 'USD', upgrade_deadline: '2026-11-22' },
    ],
  },
};

let synced: SyncedSandbox;
let site: string;
let text: string;
let file: EnrollableRuns;

beforeAll(async () => {
  const courses = [
    course('KIT+STAT101x', { ...offered, ...notOffered }),
    course('KIT+OVER', { archived: notOffered.archived }),
    course('KIT+EXEC', { open: { start: null, seats: [executiveSeat] } }, executiveEducation),
    course('KIT+SHARED', { open: {} }),
  ];
  const keys = courses.map(({ key }) => key);
  synced = await syncSample({
    catalogs: ['first', 'second'].map((uuid) => ({
      uuid,
      title: uuid,
      enterprise_customer: 'company-1',
    })),
    contents: {
      first: { courses: keys, programs: [], course_runs: [] },
      second: { courses: [], programs: [], course_runs: [runKey('KIT+SHARED', 'open')] },
    },
    courses,
    programs: [],
    courseRuns: [run('KIT+SHARED', 'open', {})],
  });
  site = await renderSite(synced, 'site', { BASE_PATH: '/learning/' });
  text = readFileSync(path.join(site, 'data/enrollable-runs.json'), 'utf8');
  file = parseEnrollableRuns(JSON.parse(text));
});

afterAll(() => {
  removeSite(synced);
});

const executiveSeat = {
  type: 'unpaid-executive-education',
  price: '0.00',
  currency: 'USD',
  upgrade_deadline: '2026-11-01T00:00:00Z',
};
const executiveEducation = {
  course_type: 'executive-education-2u',
  additional_metadata: {
    start_date: '2027-02-01T00:00:00Z',
    registration_deadline: '2027-01-20T23:59:59Z',
  },
};

function runKey(courseKey: string, name: string): string {
  return `course-v1:${courseKey}+${name}`;
}

function run(courseKey: string, name: string, overrides: object) {
  const key = runKey(courseKey, name);
  return createRunResource({ key, uuid: key, course: courseKey, ...overrides });
}

function course(key: string, runs: Record<string, object>, overrides = {}) {
  const resources = Object.entries(runs).map(([name, values]) => run(key, name, values));
  return { ...movingCourse(key, { course_runs: resources, ...overrides }), key };
}

test('the file names the runs in which a license enrolls at the moment of the build, and no other', () => {
  const expected = [
    ...Object.keys(offered).map((name) => runKey('KIT+STAT101x', name)),
    runKey('KIT+EXEC', 'open'),
    runKey('KIT+SHARED', 'open'),
  ];

  expect(file.runs.map(({ key }) => key)).toEqual(expected.toSorted());
});

test('a run has its course, its dates and the address of a page that is there', () => {
  expect(file.runs.find(({ key }) => key === runKey('KIT+STAT101x', 'last-day'))).toEqual({
    key: runKey('KIT+STAT101x', 'last-day'),
    courseKey: 'KIT+STAT101x',
    title: 'Course KIT+STAT101x',
    partners: ['Kestrel Institute of Technology'],
    start: '2026-09-01T00:00:00.000Z',
    end: '2027-06-30T00:00:00.000Z',
    enrollBy: '2026-11-23',
    upgradeBy: '2026-11-23',
    pacing: 'self-paced',
    language: 'en-US',
    catalogs: ['first'],
    path: '/courses/kit-stat101x/',
  });
  for (const { path: address = '' } of file.runs)
    expect(existsSync(path.join(site, address, 'index.html')), address).toBe(true);
});

test('executive education has the dates of its course and no upgrade deadline', () => {
  const run = file.runs.find(({ courseKey }) => courseKey === 'KIT+EXEC');

  expect([run?.start, run?.enrollBy, run?.upgradeBy]).toEqual([
    '2027-02-01T00:00:00.000Z',
    '2027-01-20T23:59:59.000Z',
    undefined,
  ]);
});

test('a run has every catalog that has its course, also by a run alone', () => {
  const { catalogs } = file.runs.find(({ courseKey }) => courseKey === 'KIT+SHARED') ?? {};

  expect(catalogs).toEqual(['first', 'second']);
});

test('the file says when the data was read, and another render writes the same bytes', async () => {
  const again = await renderSite(synced, 'again', { BASE_PATH: '/learning/' });

  expect(file.dataDate).toBe(synced.report.finishedAt);
  expect(readFileSync(path.join(again, 'data/enrollable-runs.json'), 'utf8')).toBe(text);
});
