import { endOf } from './dates.ts';
import { enrollByWarningDays } from './run-dates.ts';
import type { Availability, EnrollBy } from './views.ts';

interface Closing {
  availability?: Availability | undefined;
  enrollBy?: EnrollBy | undefined;
}

/**
 * The courses whose last day to enroll is so near that cards warn of it, the nearest first; where they are fewer
 * than `atLeast`, those that follow make up the number. `rank` decides between courses of the same day.
 */
export function closingSoon<Course extends Closing & { rank: number }>(
  courses: Iterable<Course>,
  atLeast: number,
): Course[] {
  const closing: { course: Course; enrollBy: EnrollBy }[] = [];
  for (const course of courses) {
    const { enrollBy, availability } = course;
    const isOver = availability === 'closed' || availability === 'archived';
    if (enrollBy !== undefined && !isOver) closing.push({ course, enrollBy });
  }
  closing.sort(
    (one, other) =>
      endOf(one.enrollBy.date) - endOf(other.enrollBy.date) || one.course.rank - other.course.rank,
  );
  return closing
    .filter(({ enrollBy }, place) => place < atLeast || enrollBy.daysLeft <= enrollByWarningDays)
    .map(({ course }) => course);
}
