import { describe, expect, test } from 'vitest';
import type { Course, CourseCard, CoursePage, ProgramPage, RunView } from '#catalog';
import { createInterface } from '#i18n';
import { createRun } from '../../test/builders.ts';
import {
  breadcrumbData,
  cardListData,
  courseData,
  formatGraph,
  programData,
  siteData,
} from './index.ts';

const place = {
  siteUrl: 'https://learn.example',
  path: createInterface({ language: 'en', base: '/x/' }).path,
};

const emptyCourse: Course = {
  kind: 'course',
  key: 'KIT+STAT101x',
  title: 'Statistics',
  isExecutiveEducation: false,
  learningItems: [],
  isTextCut: false,
  partners: [],
  sponsors: [],
  subjects: [],
  skills: [],
  topics: [],
  runs: [],
  entitlements: [],
  programs: [],
  isExcludedFromSearch: false,
  isExcludedFromSeo: false,
};

function createPage(overrides: Partial<CoursePage> = {}): CoursePage {
  return {
    course: emptyCourse,
    slug: 'kit-stat101x',
    logos: [],
    hue: 'other',
    partners: [],
    subjects: [],
    skills: [],
    catalogs: [],
    programs: [],
    runs: [],
    pastRuns: [],
    related: [],
    isNoindex: false,
    enrollment: { state: 'no-run' },
    ...overrides,
    // What else pages show is not asked for.
  } as unknown as CoursePage;
}

function createView(run: Partial<RunView['run']>, overrides: Partial<RunView> = {}): RunView {
  return {
    run: createRun(run),
    slug: '1t2026',
    label: '1T2026',
    availability: 'open',
    isChosen: true,
    ...overrides,
  };
}

const enrollment: CoursePage['enrollment'] = {
  state: 'enroll',
  offers: [{ catalog: { name: 'Core' }, url: 'https://enroll.example/?catalog=1' }],
};

describe('a course', () => {
  test('without anything known has its name, its key and its address only', () => {
    expect(courseData(createPage(), place)).toEqual({
      '@type': 'Course',
      name: 'Statistics',
      courseCode: 'KIT+STAT101x',
      url: 'https://learn.example/x/courses/kit-stat101x/',
    });
  });

  test('has its runs; instructors and offer are those of the run that the page shows', () => {
    const chosen = createView({
      minEffort: 3,
      maxEffort: 4,
      instructors: [{ key: 'ada', name: 'Ada', position: 'Professor' }],
    });
    const other = createView(
      { key: 'course-v1:KIT+STAT101x+2T2026', instructors: [{ key: 'bo', name: 'Bo' }] },
      { slug: '2t2026', isChosen: false },
    );
    const page = createPage({ runs: [chosen, other], chosen, enrollment });

    expect(courseData(page, place).hasCourseInstance).toEqual([
      {
        '@type': 'CourseInstance',
        url: 'https://learn.example/x/courses/kit-stat101x/1t2026/',
        courseMode: 'Online',
        startDate: '2026-09-01T00:00:00.000Z',
        endDate: '2027-06-30T00:00:00.000Z',
        courseWorkload: 'PT21H',
        courseSchedule: {
          '@type': 'Schedule',
          repeatCount: 6,
          repeatFrequency: 'Weekly',
          duration: 'PT3H30M',
        },
        instructor: [{ '@type': 'Person', name: 'Ada', jobTitle: 'Professor' }],
        offers: { '@id': 'https://learn.example/x/courses/kit-stat101x/#offer' },
      },
      expect.not.objectContaining({ instructor: expect.anything(), offers: expect.anything() }),
    ]);
  });

  test.each([
    [
      'paid',
      { amount: { cents: 14_950, currency: 'USD' }, isFree: false, isIncluded: false },
      { category: 'Paid', price: '149.50', priceCurrency: 'USD' },
    ],
    ['free', { isFree: true, isIncluded: false }, { category: 'Free', price: '0' }],
    [
      'included',
      { amount: { cents: 14_900, currency: 'USD' }, isFree: false, isIncluded: true },
      { category: 'Subscription' },
    ],
    ['without a price to show', undefined, {}],
  ])('that is %s is offered so', (_case, price, expected) => {
    const { offers } = courseData(createPage({ price, enrollment }), place);

    expect(offers).toEqual({
      '@type': 'Offer',
      '@id': 'https://learn.example/x/courses/kit-stat101x/#offer',
      availability: 'https://schema.org/InStock',
      ...expected,
    });
  });

  test.each<[CoursePage['enrollment'], unknown]>([
    [
      { state: 'opens', date: '2027-01-12' },
      { availability: 'https://schema.org/PreOrder', availabilityStarts: '2027-01-12' },
    ],
    [{ state: 'closed' }, { availability: 'https://schema.org/SoldOut' }],
    [{ state: 'archived' }, undefined],
    [{ state: 'unavailable' }, undefined],
    [{ state: 'no-run' }, undefined],
  ])('whose enrollment is %o', (state, expected) => {
    const { offers } = courseData(createPage({ enrollment: state }), place);

    expect(offers).toEqual(expected === undefined ? undefined : expect.objectContaining(expected));
  });

  test('names the partner that the page shows, and only programs that have a page', () => {
    const course = {
      ...emptyCourse,
      partners: [{ key: 'KIT', name: 'Kestrel', marketingUrl: 'https://kestrel.example/' }],
      partnerOverride: 'A School',
    };
    const programs = [{ link: { name: 'A', slug: 'a' } }, { link: { name: 'B' } }];
    const node = courseData(createPage({ course, programs }), place);

    expect(node.provider).toEqual([{ '@type': 'Organization', name: 'A School' }]);
    expect(node.isPartOf).toEqual(['https://learn.example/x/programs/a/']);
  });
});

describe('a program', () => {
  const program = { key: 'p1', title: 'Data', partners: [] } as unknown as ProgramPage['program'];
  const page = { program, slug: 'p1', courses: [], offers: [] } as unknown as ProgramPage;

  test('without anything known has its name and address only', () => {
    expect(programData(page, place)).toEqual({
      '@type': 'EducationalOccupationalProgram',
      educationalProgramMode: 'Online',
      name: 'Data',
      url: 'https://learn.example/x/programs/p1/',
    });
  });

  test.each([
    [100, 100, { '@type': 'Offer', price: '1' }],
    [100, 250, { '@type': 'AggregateOffer', lowPrice: '1', highPrice: '2.50' }],
  ])('for %s to %s cents', (min, max, expected) => {
    const priceRange = {
      min: { cents: min, currency: 'USD' },
      max: { cents: max, currency: 'USD' },
    };
    const { offers } = programData({ ...page, program: { ...program, priceRange } }, place);

    expect(offers).toEqual({ ...expected, category: 'Paid', priceCurrency: 'USD' });
  });

  test('has all its courses, those of the catalogs with their address', () => {
    const courses = [{ title: 'A', card: { slug: 'a' } as CourseCard }, { title: 'B' }];

    expect(programData({ ...page, courses }, place).hasCourse).toEqual([
      { '@type': 'Course', name: 'A', url: 'https://learn.example/x/courses/a/' },
      { '@type': 'Course', name: 'B' },
    ]);
  });
});

describe('lists', () => {
  const card = { kind: 'course', slug: 'a', title: 'A' } as CourseCard;

  test.each([
    { list: { page: 1, pages: 3, total: 5, items: [card, card] }, positions: [1, 2] },
    { list: { page: 2, pages: 3, total: 5, items: [card, card] }, positions: [3, 4] },
    { list: { page: 3, pages: 3, total: 5, items: [card] }, positions: [5] },
  ])('number the entries of page $list.page by their place in all', ({ list, positions }) => {
    expect(cardListData(list, place)?.itemListElement).toEqual(
      positions.map((position): unknown => expect.objectContaining({ position })),
    );
  });

  test('an empty one is none', () => {
    expect(cardListData({ page: 1, pages: 1, total: 0, items: [] }, place)).toBeUndefined();
  });

  test('the way to a page ends with the page, which has no address there', () => {
    const data = breadcrumbData(
      { name: 'Catalogue', href: '/x/' },
      [{ name: 'Programs', href: '/x/programs/' }, { name: 'Data' }],
      place,
    );

    expect(data.itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Catalogue', item: 'https://learn.example/x/' },
      {
        '@type': 'ListItem',
        position: 2,
        name: 'Programs',
        item: 'https://learn.example/x/programs/',
      },
      { '@type': 'ListItem', position: 3, name: 'Data' },
    ]);
  });
});

test('the site says how it is searched', () => {
  const site = { companyName: 'Tarnholt', siteName: 'Prospectus', description: 'All of it.' };

  expect(siteData({ ...site, language: 'en' }, place).potentialAction).toMatchObject({
    target: { urlTemplate: 'https://learn.example/x/search/?q={search_term_string}' },
    'query-input': 'required name=search_term_string',
  });
});

test('no text of an item ends the block that it stands in', () => {
  const name = '</script><script>alert(1)</script><!--';
  const text = formatGraph([{ '@type': 'Course', name }]);

  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'Course', name }],
  });
});
