import {
  byAvailability,
  compareText,
  courseCardOf,
  programCardOf,
  type Availability,
  type CourseCard,
  type CourseOutline,
  type DateText,
  type EnrollBy,
  type ProgramCard,
  type ProgramOutline,
} from '#catalog';
import type { StoredItem } from '#snapshot';
import { connect, requireFound } from './connection.ts';
import { pictureOf } from './pictures.ts';

/** What lists, counts and neighbours need of every course: a few numbers each, never its texts. */
export interface IndexEntry {
  /** Place in the order of lists. */
  rank: number;
  availability: Availability | undefined;
  isAnyTime: boolean;
  isIncluded: boolean;
  start: DateText | undefined;
  enrollBy: EnrollBy | undefined;
  language: string | undefined;
  enrollments: number;
  isListed: boolean;
}

let index: Map<number, IndexEntry> | undefined;
let programRanks: Map<number, number> | undefined;

/** Every course by its internal id, computed in one pass over the outlines. */
export function courseIndex(): Map<number, IndexEntry> {
  index ??= createCourseIndex();
  return index;
}

/** Ids in the order of lists: what can be started first. */
export function sortCourses(ids: readonly number[]): number[] {
  const entries = courseIndex();
  return ids.toSorted(
    (one, other) => (entries.get(one)?.rank ?? 0) - (entries.get(other)?.rank ?? 0),
  );
}

/** Programs by title. */
export function sortPrograms(ids: readonly number[]): number[] {
  programRanks ??= createProgramRanks();
  const ranks = programRanks;
  return ids.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
}

export function allPrograms(): number[] {
  programRanks ??= createProgramRanks();
  return [...programRanks.keys()];
}

export function courseCard(id: number): CourseCard {
  return cardOfCourse(requireFound(connect().snapshot.outline('course', id), `course ${id}`));
}

export function cardOfCourse({ item, slug }: StoredItem<CourseOutline>): CourseCard {
  return {
    ...courseCardOf(item, slug, connect().now, catalogNames('course', item.key)),
    ...picturesOf(item),
  };
}

export function programCard(id: number): ProgramCard {
  return cardOfProgram(requireFound(connect().snapshot.outline('program', id), `program ${id}`));
}

export function cardOfProgram({ item, slug }: StoredItem<ProgramOutline>): ProgramCard {
  return {
    ...programCardOf(item, slug, catalogNames('program', item.key)),
    ...picturesOf(item),
  };
}

export function countAvailable(ids: readonly number[], availability: Availability): number {
  const entries = courseIndex();
  return ids.filter((id) => entries.get(id)?.availability === availability).length;
}

function picturesOf({
  imageUrl,
  logoUrl,
}: CourseOutline | ProgramOutline): Pick<CourseCard, 'picture' | 'logo'> {
  return { picture: pictureOf(imageUrl, 'item'), logo: pictureOf(logoUrl, 'logo') };
}

/** Of the catalogs that hold the item; none where the site has only one, since that says nothing. */
function catalogNames(kind: 'course' | 'program', key: string): string[] {
  const { snapshot, catalogs } = connect();
  if (catalogs.length < 2) return [];
  const uuids = new Set(snapshot.memberships(kind, key).map(({ catalogUuid }) => catalogUuid));
  return catalogs.flatMap(({ catalog }) => (uuids.has(catalog.uuid) ? catalog.title : []));
}

function createCourseIndex(): Map<number, IndexEntry> {
  const { snapshot, now } = connect();
  const rows: { id: number; card: CourseCard; enrollments: number; isListed: boolean }[] = [];
  for (const { id, slug, item } of snapshot.outlines('course')) {
    const card = courseCardOf(item, slug, now);
    delete card.summary;
    rows.push({
      id,
      card,
      enrollments: item.recentEnrollmentCount ?? 0,
      isListed: !item.isExcludedFromSearch,
    });
  }
  rows.sort((one, other) => byAvailability(one.card, other.card));
  return new Map(
    rows.map(({ id, card, enrollments, isListed }, rank) => [
      id,
      {
        rank,
        availability: card.availability,
        isAnyTime: card.start?.kind === 'any-time',
        isIncluded: card.price?.isIncluded === true,
        start: card.start?.kind === 'date' ? card.start.date : undefined,
        enrollBy: card.enrollBy,
        language: card.language,
        enrollments,
        isListed,
      },
    ]),
  );
}

function createProgramRanks(): Map<number, number> {
  const rows = [...connect().snapshot.outlines('program')].map(({ id, item }) => ({
    id,
    title: item.title,
    key: item.key,
  }));
  rows.sort((one, other) => compareText(one.title, other.title) || compareText(one.key, other.key));
  return new Map(rows.map(({ id }, rank) => [id, rank]));
}
