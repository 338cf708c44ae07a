import { describe, expect, test } from 'vitest';
import { createCourseResource, createRunResource } from '../test/builders.ts';
import { courseKeyOfRun, courseOfRun, mapCourse } from './map-course.ts';

function map(overrides: Record<string, unknown>) {
  const notes: string[] = [];
  const course = mapCourse(createCourseResource(overrides), (path, reason) =>
    notes.push(`${path} ${reason}`),
  );
  return { course, notes };
}

describe('mapping a course', () => {
  test('a bad date or address is absent and noted, and never loses the course', () => {
    const { course, notes } = map({
      modified: 'yesterday',
      card_image_url: 'ftp://x',
      course_runs: [createRunResource({ start: '2026-99-01' })],
    });

    expect(course.modified).toBeUndefined();
    expect(course.runs[0]?.start).toBeUndefined();
    expect(notes).toEqual([
      'course_runs.0.start is no date: "2026-99-01"',
      'card_image_url is no http(s) address: "ftp://x"',
      'modified is no date: "yesterday"',
    ]);
  });

  test('a sparse item is understood', () => {
    const { course } = map({
      owners: null,
      organizations: ['IUx: Indiana University'],
      subjects: ['Computer Science'],
      languages: ['English'],
      course_runs: null,
      entitlements: null,
      skill_names: ['Python'],
    });

    expect(course.partners).toEqual([{ key: 'IUx', name: 'Indiana University' }]);
    expect(course.subjects).toEqual([{ key: 'computer-science', name: 'Computer Science' }]);
    expect(course.language).toBe('en');
    expect(course.skills.map(({ name }) => name)).toEqual(['Python']);
    expect(course.runs).toEqual([]);
  });

  test.each([
    ['hidden', { hidden: true }],
    ['unpublished', { status: 'unpublished' }],
    ['under review', { status: 'review_by_legal' }],
  ])('a run that is %s is not shown', (_name, overrides) => {
    expect(map({ course_runs: [createRunResource(overrides)] }).course.runs).toEqual([]);
  });

  test('neither addresses of staff nor of watchers are kept', () => {
    const { course } = map({
      watchers: ['watcher@example.com'],
      editors: [{ email: 'editor@example.com' }],
      course_runs: [
        createRunResource({ staff: [{ given_name: 'Ada', email: 'ada@example.com' }] }),
      ],
    });

    expect(course.runs[0]?.instructors[0]?.name).toBe('Ada');
    expect(JSON.stringify(course)).not.toContain('@example.com');
  });

  test.each([
    ['a text', 'Know <b>x</b>', '<p>Know <b>x</b></p>'],
    ['HTML', '<p>Know x</p>', '<p>Know x</p>'],
    ['a list', ['Algebra'], '<ul><li>Algebra</li></ul>'],
    ['nothing', null, undefined],
  ])('prerequisites may be %s', (_name, value, html) => {
    expect(map({ prerequisites_raw: value }).course.prerequisites).toBe(html);
  });

  test.each([
    ['Introductory', 'Introductory'],
    ['high_school', 'High School'],
    [{ name: 'Intermediate' }, 'Intermediate'],
    [null, undefined],
  ])('the level %s', (value, level) => {
    expect(map({ level_type: value }).course.level).toBe(level);
  });

  test.each([
    [{ restriction_type: 'allowlist', countries: ['de', 'DE'], states: [] }, 'only DE'],
    [{ restriction_type: 'blocklist', countries: ['CN'], states: ['CA'] }, 'except CN CA'],
    [{ restriction_type: 'blocklist', countries: [], states: [] }, undefined],
    [{ restriction_type: null, countries: ['DE'] }, undefined],
    [null, undefined],
  ])('the restriction %j', (value, expected) => {
    const { location } = map({ location_restriction: value }).course;

    expect(location && [location.kind, ...location.countries, ...location.states].join(' ')).toBe(
      expected,
    );
  });

  test('of the provider of executive education its page and state are kept, no number of sales', () => {
    const { course } = map({
      additional_metadata: {
        external_url: 'https://provider.example/course',
        product_status: 'active',
        variant_id: 'variant-1',
      },
    });

    expect(course.provider).toEqual({ url: 'https://provider.example/course', status: 'active' });
    expect(JSON.stringify(course)).not.toContain('variant-1');
  });

  test('the still of its video stands in for a missing picture', () => {
    const video = { src: 'https://video.example/1', image: { src: 'https://video.example/1.png' } };

    expect(map({ video }).course.imageUrl).toBe('https://video.example/1.png');
    expect(map({ video, card_image_url: 'https://x.example/1.png' }).course.imageUrl).toBe(
      'https://x.example/1.png',
    );
  });

  test('one skill has one name whatever its case', () => {
    const { course } = map({
      skills: [{ name: 'Python', description: 'A language' }],
      skill_names: ['python', 'SQL'],
    });

    expect(course.skills.map(({ name }) => name)).toEqual(['Python', 'SQL']);
  });

  test('a run repeats none of its course’s texts', () => {
    const text = '<p>About</p>';
    const { course } = map({
      full_description: text,
      course_runs: [
        createRunResource({ full_description: text }),
        createRunResource({ key: 'other', full_description: '<p>Different</p>' }),
      ],
    });

    expect(course.runs.map((run) => run.fullDescription)).toEqual([undefined, '<p>Different</p>']);
  });
});

describe('a run that comes alone', () => {
  test.each([
    ['course', { course: 'KIT+A' }],
    ['parent_content_key', { course: undefined, parent_content_key: 'KIT+A' }],
    ['aggregation_key', { course: undefined, aggregation_key: 'courserun:KIT+A' }],
  ])('names its course in %s', (_name, overrides) => {
    expect(courseKeyOfRun(createRunResource(overrides))).toBe('KIT+A');
  });

  test('makes a course of itself', () => {
    const run = createRunResource({
      short_description: '<p>Short</p>',
      seats: [{ type: 'unpaid-executive-education', price: '0.00' }],
    });

    const course = mapCourse(courseOfRun(run, 'KIT+A'), () => undefined);

    expect(course).toMatchObject({
      key: 'KIT+A',
      title: run.title,
      summary: 'Short',
      isExecutiveEducation: true,
    });
    expect(course.runs).toHaveLength(1);
  });
});
