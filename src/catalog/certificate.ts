import type { CourseRun } from './types.ts';

const certifiedSeats = new Set(['verified', 'professional', 'no-id-professional', 'credit']);

/** Whether the run can be taken for a certificate, by its type or its seats (peers §2.2, 16). */
export function isCertified(run: Pick<CourseRun, 'seats' | 'type'>): boolean {
  return (
    run.type?.includes('verified') === true ||
    run.seats.some(({ type }) => certifiedSeats.has(type))
  );
}
