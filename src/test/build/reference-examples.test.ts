import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeSite, renderSite, syncSample, type SyncedSandbox } from '../sample-site.ts';
import { readPages } from '../site-files.ts';

let synced: SyncedSandbox;
let pages: Map<string, string>;

function readExample(name: string): { key: string; uuid: string } {
  const url = new URL(`../fixtures/reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as { key: string; uuid: string };
}

beforeAll(async () => {
  const [course, courseRun, program] = ['course', 'course-run', 'program'].map(readExample);
  if (course === undefined || courseRun === undefined || program === undefined) return;
  synced = await syncSample({
    catalogs: [{ uuid: 'core', title: 'Core', enterprise_customer: 'company-1' }],
    contents: {
      core: { courses: [course.key], programs: [program.uuid], course_runs: [courseRun.key] },
    },
    courses: [course],
    programs: [program],
    courseRuns: [courseRun],
  });
  pages = readPages(await renderSite(synced, 'reference'));
});

afterAll(() => {
  removeSite(synced);
});

/** The words of a page, tags and white space folded. */
function textOf(page: string): string {
  return (pages.get(page) ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('nothing of the examples is left out', () => {
  expect(synced.report.refused).toEqual([]);
  expect(synced.report.stored).toEqual({ courses: 2, programs: 1, runs: 2 });
});

test('the course is a page with its facts and its enrollment link', () => {
  const text = textOf('courses/edx-tr1012/');

  for (const fact of [
    'Trench Run 10',
    'edX',
    'Social Sciences',
    'Introductory',
    '3 weeks',
    '$100',
    'New Instructor1',
  ]) {
    expect(text).toContain(fact);
  }
  expect(pages.get('courses/edx-tr1012/')).toMatch(
    /data-offer[^>]*href="https:\/\/courses\.stage\.edx\.org\/|href="https:\/\/courses\.stage\.edx\.org\/[^>]*data-offer/,
  );
  expect(pages.has('courses/edx-tr1012/1t2021/')).toBe(true);
});

test('the run alone, whose course is not to be had, is a course page that is over and never “Free”', () => {
  const text = textOf('courses/harvardx-fih/');

  expect(text).toContain('Harvard VPAL FinTech online short course');
  expect(text).toContain('Archived');
  expect(text).not.toContain('Free');
});

test('the program with almost nothing is a whole page', () => {
  const text = textOf('programs/fcfe93c3-9123-4a58-a190-8614c96b8eab/');

  for (const fact of [
    'Master of Business Administration',
    'University of California, Davis',
    'Business Analytics',
    'Intermediate',
  ]) {
    expect(text).toContain(fact);
  }
  expect(text).not.toMatch(/TBD|undefined|null/);
});
