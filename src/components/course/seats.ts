import type { CourseRun, Seat } from '#catalog';
import type { MessageKey, Translate } from '#i18n';

/** Seats that say something to a learner: "unpaid executive education" of 0.00 is not free (peers §5.4). */
export function seatsShown(run: Pick<CourseRun, 'seats'>): Seat[] {
  return run.seats.filter(({ type, price }) => !type.startsWith('unpaid-') && price !== undefined);
}

export function seatWords(type: string, t: Translate): string {
  const key = seatKeys[type];
  return key === undefined ? type : t(key);
}

const seatKeys: Record<
  string,
  MessageKey & `run.seat.${'audit' | 'honor' | 'verified' | 'professional' | 'credit'}`
> = {
  audit: 'run.seat.audit',
  honor: 'run.seat.honor',
  verified: 'run.seat.verified',
  professional: 'run.seat.professional',
  'no-id-professional': 'run.seat.professional',
  credit: 'run.seat.credit',
};
