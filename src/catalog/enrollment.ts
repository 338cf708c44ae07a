import { availabilityOf, canEnroll } from './availability.ts';
import type { RunOutline } from './outline.ts';
import type { Enrollment, Offer } from './views.ts';

/**
 * What the enrollment box of a run offers at `now`, first match of peers §5.2 without the rows that need to
 * know the learner. `offers` are the links that the catalogs give for the run.
 */
export function enrollmentOf(
  run: RunOutline | undefined,
  offers: Offer[],
  now: number,
): Enrollment {
  if (run === undefined) return { state: 'no-run' };
  const availability = availabilityOf(run, now);
  if (availability === 'archived') return { state: 'archived' };
  if (canEnroll(run, now)) {
    return offers.length > 0 ? { state: 'enroll', offers } : { state: 'unavailable' };
  }
  if (availability === 'closed') return { state: 'closed' };
  return { state: 'opens', date: run.enrollmentStart ?? run.start };
}
