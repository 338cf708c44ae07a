import type { CourseOutline, ProgramOutline, RunOutline } from './outline.ts';
import type { Course, CourseRun, Program } from './types.ts';

/**
 * An item without any amount of money, for companies whose employees are not to see prices. What a subscription
 * includes stays; what is free is not told apart from what is not.
 */
export function withoutPrices<Item extends Course | CourseOutline | Program | ProgramOutline>(
  item: Item,
): Item {
  if (item.kind === 'course') {
    return { ...item, entitlements: [], runs: item.runs.map(withoutPricesOfRun) };
  }
  const degree = 'degree' in item &&
    item.degree !== undefined && { ...item.degree, costs: [], costsFinePrint: undefined };
  return { ...item, priceRange: undefined, ...(degree && { degree }) };
}

function withoutPricesOfRun<Run extends CourseRun | RunOutline>(run: Run): Run {
  return {
    ...run,
    fixedPrice: undefined,
    firstPaidSeatPrice: undefined,
    seats: run.seats.map((seat) => ({ ...seat, price: undefined })),
  };
}
