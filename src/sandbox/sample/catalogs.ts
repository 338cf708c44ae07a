import type { SubjectSlug } from './bank/types.ts';
import type { CourseSeed } from './course-seeds.ts';
import { formatDay, formatTimestamp } from './dates.ts';
import { customer } from './links.ts';
import { createUuid, hashText } from './random.ts';

interface SampleCatalog {
  uuid: string;
  title: string;
  query: string;
  /** Days since its content and the catalog itself changed. */
  changed: readonly [content: number, catalog: number];
  holds: (seed: CourseSeed) => boolean;
}

const technical: readonly SubjectSlug[] = [
  'computer-science',
  'engineering',
  'physics',
  'chemistry',
  'electronics',
  'energy-earth-sciences',
  'math',
  'architecture',
];
const leading: readonly SubjectSlug[] = [
  'business-management',
  'communication',
  'law',
  'education-teacher-training',
];
const counting: readonly SubjectSlug[] = ['data-analysis-statistics', 'math', 'economics-finance'];

/** The catalogs of the company. They overlap, and every course is in at least one. */
export const catalogs: readonly SampleCatalog[] = [
  {
    uuid: createUuid('catalog:core'),
    title: 'Tarnholt core',
    query: 'For everyone',
    changed: [1, 60],
    holds: (seed) => !seed.isExecutive && seed.level !== 'Advanced' && hashText(seed.key) % 10 < 8,
  },
  {
    uuid: createUuid('catalog:engineering'),
    title: 'Engineering academy',
    query: 'Technical courses at every level',
    changed: [2, 200],
    holds: (seed) => !seed.isExecutive && hasSubject(seed, technical),
  },
  {
    uuid: createUuid('catalog:leadership'),
    title: 'Leadership',
    query: 'Leading, deciding, executive education',
    changed: [5, 20],
    holds: (seed) => seed.isExecutive || hasSubject(seed, leading),
  },
  {
    uuid: createUuid('catalog:data'),
    title: 'Data and decisions',
    query: 'Statistics, mathematics, economics',
    changed: [1, 340],
    holds: (seed) => !seed.isExecutive && hasSubject(seed, counting),
  },
  {
    uuid: createUuid('catalog:world'),
    title: 'People, places, languages',
    query: 'Languages, humanities, health and the environment',
    changed: [9, 90],
    holds: (seed) =>
      seed.language !== undefined || !hasSubject(seed, [...technical, ...leading, ...counting]),
  },
];

export function findCatalogs(seed: CourseSeed): SampleCatalog[] {
  return catalogs.filter((catalog) => catalog.holds(seed));
}

/** A catalog as the list of catalogs names it (reference §3.7.3). */
export function createCatalog(
  { uuid, title, query, changed: [content, catalog] }: SampleCatalog,
  today: Date,
) {
  return {
    uuid,
    title,
    enterprise_customer: customer.uuid,
    catalog_query_uuid: createUuid(`query:${uuid}`),
    content_last_modified: formatTimestamp(today, -content, 91_087),
    catalog_modified: formatDay(today, -catalog),
    query_title: query,
    include_exec_ed_2u_courses: title === 'Leadership',
  };
}

function hasSubject({ subjects }: CourseSeed, among: readonly SubjectSlug[]): boolean {
  return subjects.some((subject) => among.includes(subject));
}
