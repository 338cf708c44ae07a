import { compareText } from '#catalog';
import { dateFields, learnerFields, type LearnerField, type LearnerRow } from './fields.ts';

const defaultOrdering: Ordering = [{ field: 'last_activity_date', isDescending: true }];

/**
 * `-last_activity_date,course_title` as the service writes it (reference §3.13.2); names that are no field are
 * left out, as the service does, and so is a field that comes again, which could change nothing and would cost as
 * much as the first time. The default is the latest activity first (peers §5.11).
 */
export function parseOrdering(text: string | undefined): Ordering {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  const seen = new Set<LearnerField>();
  const ordering = parts.flatMap((part) => {
    const field = learnerFields.find((name) => name === part.replace(/^-/, ''));
    if (field === undefined || seen.has(field)) return [];
    seen.add(field);
    return [{ field, isDescending: part.startsWith('-') }];
  });
  return ordering.length === 0 ? defaultOrdering : ordering;
}

export function formatOrdering(ordering: Ordering): string {
  return ordering.map(({ field, isDescending }) => `${isDescending ? '-' : ''}${field}`).join(',');
}

/**
 * Where each row comes: indexes of `rows` in order. What is missing comes last, in either direction, and equal
 * rows stay as they are. Different values are compared once, not once for each row that has them.
 */
export function orderRows(rows: readonly LearnerRow[], ordering: Ordering): Uint32Array {
  const ranks = ordering.map(({ field, isDescending }) => rankRows(rows, field, isDescending));
  return Uint32Array.from(rows.keys()).sort((one, other) => {
    for (const rank of ranks) {
      const order = (rank[one] ?? 0) - (rank[other] ?? 0);
      if (order !== 0) return order;
    }
    return one - other;
  });
}

/** A number for each row that orders as its value does. */
function rankRows(
  rows: readonly LearnerRow[],
  field: LearnerField,
  isDescending: boolean,
): Int32Array {
  const isDate = dateFields.has(field);
  const values = [...new Set(rows.map((row) => row[field]))]
    .filter((value) => value !== null)
    .sort((one, other) => compareValues(one, other, isDate));
  const ranks = new Map<Value, number>();
  let rank = 0;
  for (const [index, value] of values.entries()) {
    const before = values[index - 1];
    if (before !== undefined && compareValues(before, value, isDate) !== 0) rank += 1;
    ranks.set(value, isDescending ? -rank : rank);
  }
  const rankOf = (value: LearnerRow[LearnerField]): number =>
    value === null ? values.length : (ranks.get(value) ?? 0);
  return Int32Array.from(rows, (row) => rankOf(row[field]));
}

function compareValues(one: Value, other: Value, isDate: boolean): number {
  if (one === other) return 0;
  if (typeof one === 'string' && typeof other === 'string' && !isDate) {
    return compareText(one, other);
  }
  return one < other ? -1 : 1;
}

type Value = NonNullable<LearnerRow[LearnerField]>;

export type Ordering = { field: LearnerField; isDescending: boolean }[];
