import {
  dateFields,
  formatOrdering,
  parseOrdering,
  type LearnerField,
  type Ordering,
} from '#admin';
import { columns } from './columns.ts';

/** What of the list is in its address: codes and numbers, nothing of a learner. */
export interface LearnerView {
  ordering: Ordering;
  /** From 1 on. */
  page: number;
}

export function readView(parameters: URLSearchParams): LearnerView {
  const page = Number(parameters.get('page') ?? 1);
  return {
    ordering: parseOrdering(parameters.get('ordering') ?? undefined),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The query of a view, such as `?ordering=-passed_date&page=2`; empty for the one that comes first. */
export function queryOfView({ ordering, page }: LearnerView): string {
  const parameters = new URLSearchParams();
  if (!isDefaultOrdering(ordering)) parameters.set('ordering', formatOrdering(ordering));
  if (page > 1) parameters.set('page', String(page));
  const query = parameters.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}

export function isDefaultOrdering(ordering: Ordering): boolean {
  return formatOrdering(ordering) === formatOrdering(parseOrdering(undefined));
}

/** The order that a column's heading leads to: the other way round where the list has it already. */
export function orderingBy(field: LearnerField, current: Ordering): Ordering {
  const now = directionOf(field, current);
  const { form } = columns[field];
  const isLargestFirst =
    dateFields.has(field) || form === 'share' || form === 'money' || form === 'number';
  return [{ field, isDescending: now === undefined ? isLargestFirst : now === 'ascending' }];
}

/** By the first field of the order; the others only part equals. */
export function directionOf(
  field: LearnerField,
  ordering: Ordering,
): 'ascending' | 'descending' | undefined {
  const [first] = ordering;
  if (first?.field !== field) return undefined;
  return first.isDescending ? 'descending' : 'ascending';
}
