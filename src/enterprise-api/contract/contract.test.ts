import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { referenceFields } from '../../test/fixtures/reference/fields.ts';
import {
  createCourseResource,
  createProgramResource,
  createRunResource,
} from '../../test/builders.ts';
import {
  catalog,
  course,
  courseRun,
  enrollmentJob,
  licenseAssignments,
  page,
  parseContentItem,
  program,
  subscriptionPlan,
  token,
} from './index.ts';

function readExample(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../test/fixtures/reference/${name}.json`, import.meta.url), 'utf8'),
  );
}

const examples: [section: string, name: string, schema: z.ZodType][] = [
  ['3.4.5', 'license-assignments', licenseAssignments],
  ['3.6.4', 'enrollment-job', enrollmentJob],
  ['3.12.4', 'course', course],
  ['3.12.5', 'program', program],
  ['3.12.6', 'course-run', courseRun],
];

describe('the example responses of the reference parse as they stand', () => {
  test.each(examples)('§%s %s', (_section, name, schema) => {
    const example = readExample(name);

    expect(schema.parse(example)).toEqual(example);
  });

  test('§3.3.5 subscriptions', () => {
    const { results } = page.parse(readExample('subscriptions'));

    expect(results.map((plan) => subscriptionPlan.parse(plan))).toEqual(
      results.map((plan) => ({
        ...(plan as object),
        revocations: { applied: 0, remaining: 0, total: 0 },
      })),
    );
  });

  test.each([
    ['course', 'edx+tr1012'],
    ['program', 'fcfe93c3-9123-4a58-a190-8614c96b8eab'],
    ['course-run', 'course-v1:HarvardX+FIH+3T2023'],
  ])('a %s is known by its shape', (kind, key) => {
    expect(parseContentItem(readExample(kind))).toMatchObject({ ok: true, content: { kind, key } });
  });
});

describe('every field of the reference’s tables is in the contract', () => {
  const schemas = { catalog, course, courseRun, program, subscriptionPlan } as const;

  test.each(Object.keys(schemas) as (keyof typeof schemas)[])('%s', (name) => {
    const fields = referenceFields[name].split(/\s+/).filter((field) => field !== '');

    expect(fields.length).toBeGreaterThan(7);
    expect(Object.keys(schemas[name].shape)).toEqual(expect.arrayContaining(fields));
  });
});

/** What one of table, example and service sends (api-ground-truth §5.6, §11.10; peers §5.9). */
const courseDeviations: Record<string, unknown>[] = [
  { original_image: 'https://x.example/i.png' },
  { original_image: { src: 'https://x.example/i.png', height: null } },
  { prerequisites_raw: ['Algebra'] },
  { prerequisites_raw: '<p>Algebra</p>' },
  { topics: ['Algebra'] },
  { topics: [{ name: 'Algebra' }] },
  { extra_description: 'more' },
  { extra_description: { title: 'More', description: '<p>more</p>' } },
  { subjects: ['Computer Science'], organizations: ['IUx: Indiana University'], owners: undefined },
  {
    subjects: null,
    owners: null,
    course_runs: null,
    entitlements: null,
    skills: null,
    programs: null,
    image: null,
  },
  { entitlements: [{ mode: 'verified', price: 100, currency: 'USD', sku: null, expires: null }] },
  { entitlements: [{ mode: 'verified', price: '100.00', currency: 'USD' }] },
  { excluded_from_seo: null, excluded_from_search: null, enterprise_subscription_inclusion: null },
  { enrollment_url: null },
  { enrollment_url: undefined },
  { enrollment_url: 'no address' },
  { modified: '2026-01-01 00:00:00+00:00' },
  { modified: 42 },
  { level_type: { name: 'Advanced', sort_value: 3 } },
  { languages: ['English'] },
  { languages: [{ code: 'en', label: 'English' }] },
  { uuid: 42 },
  { content_type: 'course', aggregation_key: 'course:edX+DemoX', something_new: { a: 1 } },
  { additional_metadata: { external_url: 'https://x.example', start_date: '2026-01-01' } },
  { enrollment_count: '12' },
  { normalized_metadata_by_run: { 'course-v1:edX+DemoX+1T2026': {} } },
  { product_source: 'edX' },
  { uuid: '', type: 12, advertised_course_run_uuid: '' },
  { owners: [{ uuid: 4, key: 'edX', name: 'edX' }], subjects: [{ uuid: 9, name: 'Art' }, 'Music'] },
  { programs: [{ uuid: null, title: 'A program' }], skills: ['Algebra', { name: 'Logic' }] },
  { sponsors: null, video: null, geolocation: { lat: null }, editors: null, watchers: ['a'] },
];

const runDeviations: Record<string, unknown>[] = [
  { fixed_price_usd: 'null' },
  { fixed_price_usd: '99.00' },
  { first_enrollable_paid_seat_price: null },
  { first_enrollable_paid_seat_price: 100 },
  { first_enrollable_paid_seat_price: '100' },
  { type: null },
  { expected_program_type: { name: 'MicroMasters' } },
  { expected_program_type: 'micromasters' },
  { pacing_type: 'self-paced' },
  {
    seats: undefined,
    staff: undefined,
    course: undefined,
    seat_types: ['audit'],
    enrollment_mode: 'verified',
  },
  { start: null, end: null, is_enrollable: null, hidden: null },
  { transcript_languages: [{ code: 'ar', label: 'Arabic' }] },
  { ai_languages: { translation_languages: [], transcription_languages: [] } },
  { image: 'https://x.example/i.png' },
  { key: 'course-v1:MyUni+Sport101x' },
  { restriction_type: null, is_marketable_external: false },
];

const planDeviations: Record<string, unknown>[] = [
  { revocations: null },
  { revocations: { applied: 3, remaining: -1 } },
  { revocations: true },
  { enterprise_catalog_uuid: null, should_auto_apply_licenses: null, days_until_expiration: -1 },
  { is_current: true, created: '2026-01-01T00:00:00Z', plan_type: null, product: 1 },
  { prior_renewals: null },
];

const programDeviations: Record<string, unknown>[] = [
  { enrollment_url: null },
  { type: 'Masters', status: 'unpublished' },
  { price_ranges: [100, 200] },
  { price_ranges: [{ currency: 'USD', min: 100, max: 200, total: 300 }] },
  { subscription_prices: [39] },
  { subscription_prices: [{ price: '39.00', currency: 'USD' }] },
  { faq: ['<p>Why?</p>'] },
  { faq: [{ question: 'Why?', answer: '<p>So</p>' }] },
  { banner_image: {} },
  { has_ofac_restrictions: null, weeks_to_complete: null },
  { uuid: '7b24a21c-98c8-47c0-b9c8-g54714d40d94' },
  { courses: [{ key: 'A+1' }] },
  { credit_redemption_overview: { text: 'x' } },
  { degree: null, curricula: null, courses: null },
];

describe('what services send beside the reference parses', () => {
  test.each(courseDeviations.map((deviation) => [JSON.stringify(deviation), deviation] as const))(
    'course %s',
    (_name, deviation) => {
      expect(course.safeParse({ ...createCourseResource(), ...deviation }).error).toBeUndefined();
    },
  );

  test.each(runDeviations.map((deviation) => [JSON.stringify(deviation), deviation] as const))(
    'course run %s',
    (_name, deviation) => {
      expect(courseRun.safeParse({ ...createRunResource(), ...deviation }).error).toBeUndefined();
    },
  );

  test.each(programDeviations.map((deviation) => [JSON.stringify(deviation), deviation] as const))(
    'program %s',
    (_name, deviation) => {
      expect(program.safeParse({ ...createProgramResource(), ...deviation }).error).toBeUndefined();
    },
  );

  test.each(planDeviations.map((deviation) => [JSON.stringify(deviation), deviation] as const))(
    'subscription plan %s',
    (_name, deviation) => {
      const { results } = page.parse(readExample('subscriptions'));

      expect(
        subscriptionPlan.safeParse({ ...(results[0] as object), ...deviation }).error,
      ).toBeUndefined();
    },
  );

  test('a sparse item, which is a search document', () => {
    const sparse = {
      content_type: 'course',
      aggregation_key: 'course:IUx+C1',
      key: 'IUx+C1',
      title: 'A course',
      subjects: ['Art'],
      organizations: ['IUx: Indiana University'],
      course_runs: [{ key: 'course-v1:IUx+C1+1T2026', enrollment_mode: 'verified', start: null }],
      languages: ['English'],
      enrollment_url: null,
    };

    expect(parseContentItem(sparse)).toEqual({
      ok: true,
      content: { kind: 'course', key: 'IUx+C1', item: sparse },
    });
  });

  test.each([[3600], ['36000'], [null], [undefined]])('a token with expires_in %s', (expiresIn) => {
    expect(token.safeParse({ access_token: 't', expires_in: expiresIn }).success).toBe(true);
  });

  test.each([[null], [''], [undefined], ['http://other.example/?page=2']])(
    'a page with next %s',
    (next) => {
      expect(page.safeParse({ count: 1, next, previous: next, results: [{}] }).success).toBe(true);
    },
  );

  test('a catalog with null in every field that may be', () => {
    const empty = {
      title: null,
      enterprise_customer: null,
      catalog_query_uuid: null,
      content_last_modified: null,
      catalog_modified: '2026-06-30T08:00:00.123456Z',
      query_title: null,
      include_exec_ed_2u_courses: null,
    };

    expect(catalog.safeParse({ uuid: 'c', ...empty }).success).toBe(true);
  });

  test('a catalog without include_exec_ed_2u_courses', () => {
    expect(
      catalog.safeParse({ uuid: 'c', title: 'All', content_last_modified: null }).success,
    ).toBe(true);
  });

  test('unknown fields pass untouched', () => {
    expect(
      course.parse({ ...createCourseResource(), something_new: [1] })['something_new'],
    ).toEqual([1]);
  });
});

describe('what kind an item is', () => {
  test.each([
    ['course', { content_type: 'course', key: 'A+1', title: 'A' }],
    ['course', { key: 'A+1', title: 'A', course_runs: [] }],
    ['course-run', { content_type: 'courserun', key: 'r' }],
    ['course-run', { key: 'r', course: 'A+1', seats: [] }],
    ['course-run', { content_type: 'course_run', key: 'r' }],
    ['course-run', { content_type: 'CourseRun', key: 'r' }],
    ['course', { content_type: null, key: 7, title: 'A', course_runs: null }],
    ['program', { content_type: 'program', uuid: 'p', title: 'P' }],
    ['program', { uuid: 'p', title: 'P', courses: [] }],
    ['program', { uuid: 'p', title: 'P', authoring_organizations: [] }],
  ])('%s: %o', (kind, item) => {
    expect(parseContentItem(item)).toMatchObject({ ok: true, content: { kind } });
  });

  test.each([
    ['another type', { content_type: 'learnerpathway', uuid: 'w' }, 'unknown', 'w', 'content_type'],
    [
      'a type that is a word of JavaScript',
      { content_type: 'constructor' },
      'unknown',
      '(none)',
      'content_type',
    ],
    ['a list', [], 'unknown', '(none)', 'content_type'],
    ['an empty key', { key: ' ', title: 'A', course_runs: [] }, 'course', ' ', 'key'],
    ['a number for a name', { key: 7, course_runs: [] }, 'course', '7', 'title'],
    ['no shape', { uuid: 'w' }, 'unknown', 'w', 'content_type'],
    ['no object', 'text', 'unknown', '(none)', 'content_type'],
    ['null', null, 'unknown', '(none)', 'content_type'],
    ['no title', { key: 'A+1', course_runs: [] }, 'course', 'A+1', 'title'],
    ['no key', { title: 'A', course_runs: [] }, 'course', 'A', 'key'],
    [
      'a run without key',
      { key: 'A+1', title: 'A', course_runs: [{}] },
      'course',
      'A+1',
      'course_runs.0.key',
    ],
  ])('%s is left out with path and reason', (_name, item, kind, key, path) => {
    const result = parseContentItem(item);

    expect(result).toMatchObject({ ok: false, refused: { kind, key, problems: [{ path }] } });
    expect(result.ok ? '' : result.refused.problems[0]?.reason).not.toBe('');
  });
});
