import type { Course, Money, Seat } from './types.ts';
import type { RunOutline } from './outline.ts';
import type { Price } from './views.ts';

type PricedCourse = Pick<Course, 'isExecutiveEducation' | 'entitlements' | 'isInSubscription'>;
type PricedRun = Pick<
  RunOutline,
  'seats' | 'fixedPrice' | 'firstPaidSeatPrice' | 'isInSubscription'
>;

/**
 * The one price of a course with its chosen run (peers §5.4): the fixed price of the service; executive
 * education, its entitlement; else the first paid seat that can be had; else the lowest paid seat; else the
 * first entitlement. "Free" only where an audit or honor seat of 0.00 exists and nothing is paid: an unpaid
 * seat of executive education is not free, and an unknown price is not shown at all.
 */
export function priceOf(course: PricedCourse, run: PricedRun | undefined): Price | undefined {
  const isIncluded = (run?.isInSubscription ?? course.isInSubscription) === true;
  const amount = amountOf(course, run);
  const isFree = amount === undefined && isAuditOnly(run);
  if (amount === undefined && !isFree && !isIncluded) return undefined;
  return { amount, isFree, isIncluded };
}

export function isPaidSeat(seat: Seat): boolean {
  return seat.price !== undefined && seat.price.cents > 0;
}

function amountOf(course: PricedCourse, run: PricedRun | undefined): Money | undefined {
  if (run?.fixedPrice !== undefined) return run.fixedPrice;
  if (course.isExecutiveEducation) {
    return positive(
      course.entitlements.find(({ mode }) => mode === 'paid-executive-education')?.price,
    );
  }
  return (
    run?.firstPaidSeatPrice ??
    lowestPaidSeat(run?.seats ?? []) ??
    positive(course.entitlements[0]?.price)
  );
}

function lowestPaidSeat(seats: Seat[]): Money | undefined {
  return seats
    .filter(isPaidSeat)
    .map((seat) => seat.price)
    .filter((price) => price !== undefined)
    .toSorted((one, other) => one.cents - other.cents)[0];
}

function isAuditOnly(run: PricedRun | undefined): boolean {
  return (
    run?.seats.some((seat) => ['audit', 'honor'].includes(seat.type) && seat.price?.cents === 0) ===
      true && !run.seats.some(isPaidSeat)
  );
}

function positive(price: Money | undefined): Money | undefined {
  return price !== undefined && price.cents > 0 ? price : undefined;
}
