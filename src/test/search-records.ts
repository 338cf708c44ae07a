import type { CourseCard, ProgramCard } from '#catalog';
import type { FacetLabels, SearchRecord } from '#search';

/** Labels for the values of `searchRecords`. */
export const searchLabels: FacetLabels = {
  subject: { data: 'Data analysis', computing: 'Computer science', languages: 'Languages' },
  skill: { sampling: 'Sampling' },
  partner: { kit: 'Kestrel Institute', nhu: 'Northmere University' },
  level: { introductory: 'Introductory', advanced: 'Advanced' },
  programType: { micromasters: 'MicroMasters' },
  catalog: { core: 'Core catalog', 'all-staff': 'All staff' },
};

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
}: {
  key: string;
  title: string;
  language?: string;
  availability?: NonNullable<CourseCard['availability']>;
  facets?: Partial<SearchRecord['facets']>;
  enrollments?: number;
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
      programType: [],
      language: ['en'],
      transcript: ['en'],
      catalog: ['core', 'all-staff'],
      ...facets,
    },
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
      programType: ['micromasters'],
      language: ['en'],
      transcript: ['en'],
      catalog: ['core'],
    },
    enrollments: 0,
  };
}
