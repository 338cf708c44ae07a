import { executiveKeys, shelves } from './bank/index.ts';
import { caseForms, sectors } from './bank/sectors.ts';
import type { BankCourse, SubjectSlug } from './bank/types.ts';
import { requireItem } from './random.ts';

const subjectsWithCases: ReadonlySet<SubjectSlug> = new Set<SubjectSlug>([
  'business-management',
  'communication',
  'computer-science',
  'data-analysis-statistics',
  'design',
  'education-teacher-training',
  'health-safety',
  'law',
]);

/** A course of the sample before dates, people and prices. */
export interface CourseSeed extends BankCourse {
  /** Its number in the sample, from 0. */
  place: number;
  isExecutive: boolean;
}

/**
 * The first `count` courses: those written by hand, then those that continue them, then cases from many
 * sectors, so that any number has different and sensible titles.
 */
export function* createCourseSeeds(count: number): Generator<CourseSeed> {
  let place = 0;
  for (const course of writeCourses()) {
    if (place === count) return;
    yield { ...course, place, isExecutive: executiveKeys.has(course.key) };
    place += 1;
  }
}

function* writeCourses(): Generator<BankCourse> {
  const written = takeInTurn();
  const continued = written.flatMap(continueCourse);
  yield* written;
  yield* continued;
  const suitable = [...written, ...continued].filter(hasCases);
  for (let round = 0; ; round += 1) {
    for (const [index, course] of suitable.entries()) yield createCaseCourse(course, index, round);
  }
}

/** Whether cases from other trades make sense of it. */
function hasCases({ key, language, subjects: [subject] }: BankCourse): boolean {
  return language === undefined && !executiveKeys.has(key) && subjectsWithCases.has(subject);
}

function takeInTurn(): BankCourse[] {
  const longest = Math.max(...shelves.map((shelf) => shelf.length));
  const rows = Array.from({ length: longest }, (_, row) =>
    shelves.flatMap((shelf) => shelf[row] ?? []),
  );
  return rows.flat();
}

function continueCourse(course: BankCourse): BankCourse[] {
  return (course.next ?? []).map((text, index) => {
    const [title = '', line = ''] = text.split(' | ');
    return {
      ...course,
      key: addToKey(course.key, String(index + 2)),
      title,
      line,
      about: `${line} It continues “${course.title}” and can be taken without it by those who know the ground.`,
      level: course.level === 'Introductory' ? 'Intermediate' : 'Advanced',
      weeks: Math.max(2, course.weeks - 1 - index),
    };
  });
}

function createCaseCourse(course: BankCourse, index: number, round: number): BankCourse {
  const [sector, about] = requireItem(sectors, (index * 5 + round) % sectors.length);
  const formNumber = Math.floor(round / sectors.length);
  const [form, words] = requireItem(caseForms, formNumber % caseForms.length);
  const edition = Math.floor(formNumber / caseForms.length);
  const suffix = `${form} ${sector}${edition === 0 ? '' : `, Edition ${String(edition + 1)}`}`;
  const line = `${words} from ${sector.toLowerCase()}: ${about}.`;
  return {
    ...course,
    key: addToKey(course.key, `C${String(round + 1)}`),
    title: course.title.includes(': ')
      ? `${course.title} (${suffix})`
      : `${course.title}: ${suffix}`,
    line,
    about: `${course.line} ${line}`,
    weeks: Math.max(2, Math.ceil(course.weeks / 2)),
  };
}

/** `KIT+CS101x` and `2` make `KIT+CS101.2x`. */
function addToKey(key: string, part: string): string {
  return key.endsWith('x') ? `${key.slice(0, -1)}.${part}x` : `${key}.${part}`;
}
