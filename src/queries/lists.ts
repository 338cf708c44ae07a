import { closingSoon, type CourseCard, type Paged, type ProgramCard } from '#catalog';
import { allPrograms, courseCard, courseIndex, programCard } from './course-index.ts';
import { pageNumbers, pageOf, pageSize } from './paging.ts';

export function listCourseListPages(): number[] {
  return pageNumbers(courseIndex().size);
}

/** All courses: what can be started first. */
export function getCourseList(page: number): Paged<CourseCard> {
  return pageOf([...courseIndex().keys()], page, courseCard);
}

export function listProgramListPages(): number[] {
  return pageNumbers(allPrograms().length);
}

/** All programs by title. */
export function getProgramList(page: number): Paged<ProgramCard> {
  return pageOf(allPrograms(), page, programCard);
}

/** Lists that a date decides. */
export type DatedList = 'starting-soon' | 'closing-soon';

export function listDatedListPages(list: DatedList): number[] {
  return pageNumbers(datedIds(list).length);
}

/** Courses that start within 60 days, the earliest first; those that close next, the nearest first. */
export function getDatedList(list: DatedList, page: number): Paged<CourseCard> {
  return pageOf(datedIds(list), page, courseCard);
}

const known = new Map<DatedList, number[]>();

/** Asked for by every page of the list: found once. */
function datedIds(list: DatedList): number[] {
  const ids = known.get(list) ?? findDated[list]();
  known.set(list, ids);
  return ids;
}

const findDated: Record<DatedList, () => number[]> = {
  'starting-soon': () =>
    listedCourses()
      .filter(({ availability }) => availability === 'soon')
      .map(({ id }) => id),
  'closing-soon': () => closingSoon(listedCourses(), pageSize).map(({ id }) => id),
};

function listedCourses() {
  return Array.from(courseIndex(), ([id, { rank, availability, enrollBy, isListed }]) => ({
    id,
    rank,
    availability,
    enrollBy,
    isListed,
  })).filter(({ isListed }) => isListed);
}
