import type { Dialect } from '../gateway/switches.ts';
import type { Company } from './companies.ts';
import type { Licensing } from './create-licensing.ts';
import {
  deployedFields,
  learnerColumnNames,
  learnerColumns,
  referenceFields,
  type LearnerColumn,
} from './learner-fields.ts';

export interface LearnerRange {
  dialect: Dialect;
  /** The `ordering` of the request, where it counts: fields with commas between, `-` before one for descending. */
  ordering: string | undefined;
  offset: number;
  limit: number;
}

export function countLearners({ database }: Licensing, company: Company): number {
  const count = database.prepare('SELECT count(*) AS count FROM learner_summary WHERE company = ?');
  return Number(count.get(company.uuid)?.['count']);
}

/**
 * Rows of the learner summary as JSON text, under the names of the dialect: the latest activity first, unless
 * another order is asked for. Unknown fields of an order are ignored (reference §3.13, api-ground-truth §5.5).
 */
export function listLearners(
  { database }: Licensing,
  company: Company,
  { dialect, ordering, offset, limit }: LearnerRange,
): Buffer[] {
  const fields = dialect === 'reference' ? referenceFields : deployedFields;
  const order = [...parseOrdering(ordering ?? '', new Map(fields)), 'id'].join(', ');
  // Sorts narrow rows and fetches only those of the page: rows have 56 columns.
  return database
    .prepare(
      `SELECT ${learnerColumnNames.join(', ')} FROM learner_summary WHERE id IN
         (SELECT id FROM learner_summary WHERE company = ? ORDER BY ${order} LIMIT ? OFFSET ?)
       ORDER BY ${order}`,
    )
    .all(company.uuid, limit, offset)
    .map((row) =>
      Buffer.from(
        JSON.stringify(
          Object.fromEntries(fields.map(([field, column]) => [field, toValue(row, column)])),
        ),
      ),
    );
}

/** Columns as SQL. Only names of the list get there, never text of the request. */
function parseOrdering(ordering: string, columns: ReadonlyMap<string, LearnerColumn>): string[] {
  const parsed = ordering.split(',').flatMap((part) => {
    const [, minus, name = ''] = /^\s*(-?)(.*?)\s*$/.exec(part) ?? [];
    const column = columns.get(name);
    if (column === undefined) return [];
    return [minus === '-' ? `${column} DESC` : column];
  });
  return parsed.length === 0 ? ['last_activity_date DESC'] : parsed;
}

function toValue(row: Record<string, unknown>, column: LearnerColumn): unknown {
  const value = row[column] ?? null;
  return learnerColumns[column] === 'flag' && value !== null ? value === 1 : value;
}
