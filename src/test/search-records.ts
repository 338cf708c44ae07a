import {
  effortBandOf,
  lengthBandOf,
  priceBandOf,
  searchGroupOf,
  sortKeysOf,
  startMonthOf,
  type CourseCard,
  type FacetName,
  type ItemCard,
  type ProgramCard,
  type SearchStart,
} from '#catalog';
import type { FacetLabels, SearchRecord } from '#search';
import { testNow } from './builders.ts';

/** Labels for the values of `searchRecords`. */
export const searchLabels: FacetLabels = {
  subject: { data: 'Data analysis', computing: 'Computer science', languages: 'Languages' },
  skill: { sampling: 'Sampling' },
  partner: { kit: 'Kestrel Institute', nhu: 'Northmere University' },
  level: { introductory: 'Introductory', advanced: 'Advanced' },
  programType: { micromasters: 'MicroMasters' },
  catalog: { core: 'Core catalog', 'all-staff': 'All staff' },
};

/** The search page of these items before anything is searched for. */
export function createSearchStart(records: readonly SearchRecord[]): SearchStart {
  const rows = records.toSorted(
    (one, other) => searchGroupOf(one.card) - searchGroupOf(other.card),
  );
  const open: FacetName[] = ['kind', 'availability', 'subject', 'level', 'length', 'price'];
  const counts = open.map((facet): [FacetName, Map<string, number>] => {
    const counted = new Map<string, number>();
    for (const value of rows.flatMap(({ facets }) => facets[facet]))
      counted.set(value, (counted.get(value) ?? 0) + 1);
    return [facet, counted];
  });
  return {
    cards: rows.slice(0, 24).map(({ card }) => card),
    total: rows.length,
    counts: Object.fromEntries(counts),
    labels: searchLabels,
    idleFacets: [],
    hasPrices: true,
  };
}

/** Thirty invented items: a few named ones, and the rest as many as it takes for two pages. */
export function searchRecords(): SearchRecord[] {
  return [
    createCourseRecord({
      key: 'KIT+STAT101x',
      title: 'Statistics for Everyday Decisions',
      availability: 'open',
    }),
    createCourseRecord({
      key: 'KIT+STAT201x',
      title: 'Applied Statistics for Engineers',
      availability: 'upcoming',
      facets: { level: ['advanced'] },
    }),
    createCourseRecord({
      key: 'NHU+CPP1',
      title: 'C++ from the Ground',
      facets: { subject: ['computing'], partner: ['nhu'] },
    }),
    createCourseRecord({
      key: 'NHU+C1',
      title: 'Programming in C',
      facets: { subject: ['computing'], partner: ['nhu'] },
    }),
    createCourseRecord({
      key: 'NHU+AR1x',
      title: 'مدخل إلى تحليل البيانات',
      language: 'ar',
      facets: { partner: ['nhu'], language: ['ar'] },
    }),
    createCourseRecord({
      key: 'NHU+JA1x',
      title: 'データ分析入門',
      language: 'ja',
      facets: { partner: ['nhu'], language: ['ja'], subject: ['data', 'languages'] },
    }),
    createCourseRecord({
      key: 'KIT+OLD9',
      title: 'Sampling, an Archived Course',
      availability: 'archived',
    }),
    createProgramRecord('Statistics and Data Practice'),
    ...Array.from({ length: 22 }, (_, place) =>
      createCourseRecord({
        key: `KIT+FILL${place}`,
        title: `Filler ${place}`,
        facets: { catalog: ['all-staff'] },
      }),
    ),
  ];
}

export function createCourseRecord({
  key,
  title,
  language,
  availability = 'open',
  facets = {},
  enrollments = 0,
  card: overrides = {},
  firstSeen = 0,
  modified,
}: {
  key: string;
  title: string;
  language?: string;
  availability?: NonNullable<CourseCard['availability']>;
  facets?: Partial<SearchRecord['facets']>;
  enrollments?: number;
  card?: Partial<CourseCard>;
  firstSeen?: number;
  modified?: string;
}): SearchRecord {
  const slug = key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const card: CourseCard = {
    kind: 'course',
    key,
    slug,
    title,
    language,
    isExecutiveEducation: false,
    partners: ['Kestrel Institute'],
    summary: `All about ${title}.`,
    hue: 'data',
    catalogs: [],
    availability,
    start: { kind: 'date', date: '2027-01-12' },
    weeks: 6,
    effort: { min: 3, max: 5 },
    price: { isFree: false, isIncluded: true },
    ...overrides,
  };
  return {
    kind: 'course',
    url: `courses/${slug}/`,
    card,
    text: {
      title,
      key,
      partners: ['Kestrel Institute'],
      subjects: ['Data analysis'],
      skills: ['Sampling'],
      body: `A course that teaches ${title} in weekly portions.`,
    },
    facets: {
      kind: ['course'],
      availability: [availability],
      subject: ['data'],
      level: ['introductory'],
      skill: ['sampling'],
      partner: ['kit'],
      program: [],
      programType: [],
      language: ['en'],
      transcript: ['en'],
      catalog: ['core', 'all-staff'],
      ...cardFacets(card),
      ...facets,
    },
    sortKeys: sortKeysOf(card, { now: testNow, firstSeen, modified, enrollments }),
    enrollments,
  };
}

function createProgramRecord(title: string): SearchRecord {
  const key = '5b4a8a33-2753-4b6a-8f6d-dc0000000001';
  const card: ProgramCard = {
    kind: 'program',
    key,
    slug: key,
    title,
    type: 'MicroMasters',
    partners: ['Kestrel Institute'],
    summary: 'Five courses in a row.',
    partnerKeys: ['KIT'],
    hue: 'data',
    catalogs: [],
    courseCount: 5,
  };
  return {
    kind: 'program',
    url: `programs/${key}/`,
    card,
    text: { title, key, partners: ['Kestrel Institute'], subjects: [], skills: [], body: '' },
    facets: {
      kind: ['program'],
      availability: [],
      subject: ['data'],
      level: [],
      skill: ['sampling'],
      partner: ['kit'],
      program: ['statistics-and-data-practice'],
      programType: ['micromasters'],
      language: ['en'],
      transcript: ['en'],
      catalog: ['core'],
      ...cardFacets(card),
    },
    sortKeys: sortKeysOf(card, { now: testNow, firstSeen: 0, enrollments: 0 }),
    enrollments: 0,
  };
}

function cardFacets(
  card: ItemCard,
): Pick<
  SearchRecord['facets'],
  'length' | 'effort' | 'price' | 'start' | 'pacing' | 'certificate'
> {
  const listOf = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
  return {
    length: listOf(lengthBandOf(card)),
    effort: listOf(effortBandOf(card)),
    price: listOf(priceBandOf(card)),
    start: card.kind === 'course' ? listOf(startMonthOf(card, testNow)) : [],
    pacing: card.kind === 'course' ? listOf(card.pacing) : [],
    certificate: [],
  };
}
