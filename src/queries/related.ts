import type { Course, CourseRecord } from '#catalog';
import type { StoredItem } from '#snapshot';
import { connect } from './connection.ts';
import { courseCard, courseIndex, sortCourses } from './course-index.ts';

const relatedCount = 3;

/** The first courses of each subject in the order of lists: what fills up a shelf. */
const firstOfSubject = new Map<string, number[]>();

/** Neighbours on the shelf: same program, then same subject and partner (peers §5.10), then same subject. */
export function relatedCourses({ id, item }: StoredItem<Course>): CourseRecord['related'] {
  const chosen = new Map<number, 'program' | 'subject' | 'partner'>();
  const add = (ids: readonly number[], reason: 'program' | 'subject' | 'partner') => {
    for (const candidate of ids) {
      if (chosen.size === relatedCount) return;
      if (
        candidate !== id &&
        courseIndex().get(candidate)?.isListed === true &&
        !chosen.has(candidate)
      ) {
        chosen.set(candidate, reason);
      }
    }
  };
  add(inSameProgram(item), 'program');
  if (chosen.size < relatedCount) add(ofSameSubjectAndPartner(item), 'partner');
  if (chosen.size < relatedCount) add(ofSameSubject(item), 'subject');
  return [...chosen].map(([candidate, reason]) => ({ card: courseCard(candidate), reason }));
}

function inSameProgram(course: Course): number[] {
  const { snapshot } = connect();
  const keys = snapshot
    .programsOfCourse(course.key)
    .flatMap(({ uuid }) => snapshot.programCourseKeys(uuid));
  return keys.flatMap((key) => snapshot.slugOf('course', key)?.id ?? []);
}

function ofSameSubjectAndPartner(course: Course): number[] {
  const { snapshot } = connect();
  const [subject] = course.subjects;
  const [partner] = course.partners;
  if (subject === undefined || partner === undefined) return [];
  const ofSubject = new Set(snapshot.idsOfTerm('course', 'subject', subject.key));
  return sortCourses(
    snapshot.idsOfTerm('course', 'partner', partner.key).filter((id) => ofSubject.has(id)),
  );
}

function ofSameSubject(course: Course): number[] {
  const [subject] = course.subjects;
  if (subject === undefined) return [];
  const known = firstOfSubject.get(subject.key);
  if (known !== undefined) return known;
  const first = sortCourses(connect().snapshot.idsOfTerm('course', 'subject', subject.key)).slice(
    0,
    relatedCount * 3,
  );
  firstOfSubject.set(subject.key, first);
  return first;
}
