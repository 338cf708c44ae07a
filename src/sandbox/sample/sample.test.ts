import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseContentItem } from '#enterprise-api/contract';
import { folderFiles, type CatalogContents } from '../store/data-folder.ts';
import { writeSample } from './index.ts';

interface Run {
  key: string;
  start: string | null;
  end: string | null;
  enrollment_start: string | null;
  enrollment_end: string | null;
  availability: string;
  status: string;
  pacing_type: string;
  hidden: boolean;
  is_enrollable: boolean;
  content_language: string;
  has_ofac_restrictions: boolean;
  enrollment_url?: string;
  seats: { type: string; price: string }[];
}

interface Course {
  key: string;
  title: string;
  course_type: string;
  course_runs: Run[];
  entitlements: { mode: string }[];
  subjects: { slug: string }[];
  skills: { description: string }[];
  sponsors: unknown[];
  watchers: string[];
  programs: { uuid: string }[];
  full_description: string;
  additional_metadata: object | null;
  image: object | null;
  excluded_from_search: boolean;
  excluded_from_seo: boolean;
}

interface Program {
  uuid: string;
  type: string;
  status: string;
  hidden: boolean;
  degree: object | null;
  courses: { key: string }[];
}

const now = new Date('2026-11-23T06:00:00Z');
const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-sample-test-'));
let courses: Course[];
let programs: Program[];
let contents: CatalogContents[];

beforeAll(() => {
  writeSample(directory, { now });
  courses = readItems('courses') as Course[];
  programs = readItems('programs') as Program[];
  contents = Object.values(
    JSON.parse(readText(directory, 'contents')) as Record<string, CatalogContents>,
  );
});

afterAll(() => rmSync(directory, { recursive: true }));

function readText(folder: string, name: keyof typeof folderFiles): string {
  return readFileSync(path.join(folder, folderFiles[name]), 'utf8');
}

function readItems(name: keyof typeof folderFiles): unknown[] {
  return readText(directory, name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

describe('the sample', () => {
  test('is a company’s five overlapping catalogs with at least 300 courses of different titles', () => {
    const memberships = contents.flatMap((catalog) => catalog.courses ?? []);
    const listed = new Set(memberships);

    expect(contents).toHaveLength(5);
    expect(listed.size).toBeGreaterThanOrEqual(300);
    expect(memberships.length).toBeGreaterThan(listed.size * 1.5);
    expect(new Set(courses.map(({ title }) => title)).size).toBe(courses.length);
    expect(new Set(courses.map(({ key }) => key)).size).toBe(courses.length);
  });

  test('parses by the contract, item by item', () => {
    const items = [...courses, ...programs, ...readItems('courseRuns')];
    const refused = items.map(parseContentItem).filter(({ ok }) => !ok);

    expect(refused).toEqual([]);
  });

  test('has runs in every state', () => {
    const runs = courses.flatMap((course) => course.course_runs);
    const today = now.toISOString();
    const has = (state: (run: Run) => boolean) => runs.some(state);

    expect(new Set(runs.map((run) => run.availability))).toEqual(
      new Set(['Archived', 'Current', 'Starting Soon', 'Upcoming']),
    );
    expect(new Set(runs.map((run) => run.status))).toEqual(
      new Set(['published', 'unpublished', 'review_by_internal']),
    );
    expect({
      selfPaced: has((run) => run.availability === 'Current' && run.pacing_type === 'self_paced'),
      led: has((run) => run.availability === 'Current' && run.pacing_type === 'instructor_paced'),
      notYetEnrollable: has((run) => (run.enrollment_start ?? '') > today && !run.is_enrollable),
      closed: has(
        (run) =>
          run.enrollment_end !== null &&
          run.enrollment_end < today &&
          run.end !== null &&
          run.end > today,
      ),
      endless: has((run) => run.end === null && run.start !== null),
      undated: has((run) => run.start === null),
      far: has((run) => run.end?.startsWith('2056') ?? false),
      hidden: has((run) => run.hidden),
      restricted: has((run) => run.has_ofac_restrictions),
      none: courses.some((course) => course.course_runs.length === 0),
      many: courses.some((course) => course.course_runs.length > 5),
    }).toEqual({
      selfPaced: true,
      led: true,
      notYetEnrollable: true,
      closed: true,
      endless: true,
      undated: true,
      far: true,
      hidden: true,
      restricted: true,
      none: true,
      many: true,
    });
  });

  test('has its variety within the first 24 courses, for small samples', () => {
    const first = courses.slice(0, 24);
    const runs = first.flatMap((course) => course.course_runs);

    expect(new Set(runs.map((run) => run.availability)).size).toBe(4);
    expect(new Set(runs.map((run) => run.content_language)).size).toBeGreaterThan(3);
    expect(first.some((course) => course.course_runs.length === 0)).toBe(true);
    expect(first.some((course) => course.additional_metadata !== null)).toBe(true);
  });

  test('sells executive education as its provider does', () => {
    const executive = courses.filter((course) => course.course_type === 'executive-education-2u');
    const runs = executive.flatMap((course) => course.course_runs);

    expect(executive.length).toBeGreaterThanOrEqual(10);
    expect(
      new Set(executive.flatMap((course) => course.entitlements.map(({ mode }) => mode))),
    ).toEqual(new Set(['paid-executive-education']));
    expect(runs.filter((run) => 'enrollment_url' in run)).toEqual([]);
    expect(
      new Set(runs.flatMap((run) => run.seats.map(({ type, price }) => `${type} ${price}`))),
    ).toEqual(new Set(['unpaid-executive-education 0.00']));
    expect(executive.filter((course) => course.additional_metadata === null)).toEqual([]);
  });

  test('speaks nine languages and knows at least twenty-four subjects', () => {
    const runs = courses.flatMap((course) => course.course_runs);

    expect(new Set(runs.map((run) => run.content_language))).toEqual(
      new Set(['en-us', 'es-es', 'fr-fr', 'de-de', 'pt-br', 'ar', 'he', 'ja', 'zh-cn']),
    );
    expect(
      new Set(courses.flatMap((course) => course.subjects.map(({ slug }) => slug))).size,
    ).toBeGreaterThanOrEqual(24);
    expect(
      courses.every((course) => course.skills.every(({ description }) => description !== '')),
    ).toBe(true);
  });

  test('has programs of many types; some are hidden, retired, or listed nowhere', () => {
    const listed = new Set(contents.flatMap((catalog) => catalog.programs ?? []));
    const named = new Set(courses.flatMap((course) => course.programs.map(({ uuid }) => uuid)));

    expect(programs.length).toBeGreaterThanOrEqual(36);
    expect(new Set(programs.map(({ type }) => type)).size).toBeGreaterThanOrEqual(6);
    expect(programs.some(({ hidden }) => hidden)).toBe(true);
    expect(programs.some(({ status }) => status === 'retired')).toBe(true);
    expect(programs.some(({ degree, courses: own }) => degree !== null && own.length === 0)).toBe(
      true,
    );
    expect(programs.some(({ uuid }) => !listed.has(uuid) && named.has(uuid))).toBe(true);
    expect(listed.size).toBeGreaterThan(20);
  });

  test('lists two runs by themselves, of courses in no listing', () => {
    const listed = new Set(contents.flatMap((catalog) => catalog.courses ?? []));
    const lone = contents.flatMap((catalog) => catalog.course_runs ?? []);
    const held = courses.filter((course) =>
      course.course_runs.some(({ key }) => lone.includes(key)),
    );

    expect(lone).toHaveLength(2);
    expect(held.map(({ key }) => [key, listed.has(key)])).toEqual([['GPC+RST250x', false]]);
  });

  test('holds what must not be shown, so that its absence can be tested', () => {
    const texts = courses.map((course) => course.full_description).join();

    for (const unwanted of [
      '<script',
      'style=',
      'onclick=',
      '<h1',
      'javascript:',
      'elsewhere.example',
      '<iframe',
    ]) {
      expect(texts).toContain(unwanted);
    }
    expect(
      courses.every((course) => course.watchers.every((address) => address.endsWith('.example'))),
    ).toBe(true);
    expect(courses.some((course) => course.excluded_from_search)).toBe(true);
    expect(courses.some((course) => course.excluded_from_seo)).toBe(true);
    expect(courses.some((course) => course.image === null)).toBe(true);
    expect(courses.some((course) => course.sponsors.length > 0)).toBe(true);
  });

  test('is invented: no address leads out of the reserved names', () => {
    const hosts = [...courses, ...programs].flatMap((item) =>
      [...JSON.stringify(item).matchAll(/https?:\/\/([^/"?\\]+)/g)].map(([, host]) => host ?? ''),
    );

    expect([...new Set(hosts)].filter((host) => !/\.(?:example|invalid)$/.test(host))).toEqual([]);
  });
});

describe('writing the sample', () => {
  const write = (options: Parameters<typeof writeSample>[1]) => {
    const folder = mkdtempSync(path.join(directory, 'again-'));
    writeSample(folder, options);
    return Object.values(folderFiles).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  };

  test('gives the same bytes for the same day and seed', () => {
    const first = write({ courses: 30, now });

    expect(write({ courses: 30, now: new Date('2026-11-23T22:00:00Z') })).toEqual(first);
    expect(write({ courses: 30, now: new Date('2026-11-24T06:00:00Z') })).not.toEqual(first);
    expect(write({ courses: 30, now, seed: 'other' })).not.toEqual(first);
  });

  test('makes as many courses as are asked for, with different titles and keys', () => {
    const [, , text = ''] = write({ courses: 2500, now });
    const many = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Course);

    expect(many).toHaveLength(2501);
    expect(new Set(many.map(({ title }) => title)).size).toBe(2501);
    expect(new Set(many.map(({ key }) => key)).size).toBe(2501);
  });
});
