import type { CourseCard, Paged, ProgramCard } from '#catalog';
import { allPrograms, courseCard, courseIndex, programCard } from './course-index.ts';
import { pageNumbers, pageOf } from './paging.ts';

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
