import type { CourseCard, Paged, ProgramCard } from '#catalog';
import {
  countAvailable,
  courseCard,
  programCard,
  sortCourses,
  sortPrograms,
} from './course-index.ts';
import { pageOf } from './paging.ts';

/** The courses and programs of a catalog or term, sorted and counted. */
export interface Listing {
  courseIds: number[];
  programIds: number[];
  counts: { courseCount: number; programCount: number; openCount: number; soonCount: number };
}

export function createListing(
  unsortedCourses: readonly number[],
  unsortedPrograms: readonly number[],
): Listing {
  const courseIds = sortCourses(unsortedCourses);
  const programIds = sortPrograms(unsortedPrograms);
  return {
    courseIds,
    programIds,
    counts: {
      courseCount: courseIds.length,
      programCount: programIds.length,
      openCount: countAvailable(courseIds, 'open'),
      soonCount: countAvailable(courseIds, 'soon'),
    },
  };
}

/** One page of it; programs stand on the first only. */
export function pageOfListing(
  { courseIds, programIds }: Listing,
  page: number,
): { programs: ProgramCard[]; courses: Paged<CourseCard> } {
  return {
    programs: page === 1 ? programIds.map(programCard) : [],
    courses: pageOf(courseIds, page, courseCard),
  };
}

/** Keeps what was made last: the pages of a list are rendered one after the other. */
export function rememberLast<Value>(make: (key: string) => Value): (key: string) => Value {
  let last: { key: string; value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
