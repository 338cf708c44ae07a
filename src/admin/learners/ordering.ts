import { compareText } from '#catalog';
import { dateFields, learnerFields, type LearnerField, type LearnerRow } from './fields.ts';

const defaultOrdering: Ordering = [{ field: 'last_activity_date', isDescending: true }];

/**
 * `-last_activity_date,course_title` as the service writes it (reference §3.13.2); names that are no field are
 * left out, as the service does. The default is the latest activity first (peers §5.11).
 */
export function parseOrdering(text: string | undefined): Ordering {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  const ordering = parts.flatMap((part) => {
    const field = learnerFields.find((name) => name === part.replace(/^-/, ''));
    return field === undefined ? [] : [{ field, isDescending: part.startsWith('-') }];
  });
  return ordering.length === 0 ? defaultOrdering : ordering;
}

export function formatOrdering(ordering: Ordering): string {
  return ordering.map(({ field, isDescending }) => `${isDescending ? '-' : ''}${field}`).join(',');
}

/** What is missing comes last, in either direction. */
export function compareRows(one: LearnerRow, other: LearnerRow, ordering: Ordering): number {
  for (const { field, isDescending } of ordering) {
    const [left, right] = [one[field], other[field]];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      continue;
    }
    const order = compareValues(left, right, dateFields.has(field));
    if (order !== 0) return isDescending ? -order : order;
  }
  return 0;
}

function compareValues(
  one: NonNullable<LearnerRow[LearnerField]>,
  other: NonNullable<LearnerRow[LearnerField]>,
  isDate: boolean,
): number {
  if (one === other) return 0;
  if (typeof one === 'string' && typeof other === 'string' && !isDate) {
    return compareText(one, other);
  }
  return one < other ? -1 : 1;
}

export type Ordering = { field: LearnerField; isDescending: boolean }[];
