import type { Course, CourseRun } from './types.ts';
import type { RecentEnrollment } from './views.ts';

/**
 * How many people have enrolled lately (peers §5.2): in the run, else in the course, which is left out on the
 * page of a run; of a run that nobody has ever enrolled in, that one can be the first.
 */
export function recentEnrollmentOf(
  run: Pick<CourseRun, 'enrollmentCount' | 'recentEnrollmentCount'> | undefined,
  course?: Pick<Course, 'recentEnrollmentCount'>,
): RecentEnrollment | undefined {
  const count = [run, course].map((item) => item?.recentEnrollmentCount ?? 0).find(Boolean);
  if (count !== undefined) return { kind: 'recent', count };
  return run?.enrollmentCount === 0 ? { kind: 'first' } : undefined;
}
