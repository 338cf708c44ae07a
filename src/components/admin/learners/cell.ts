import { learnerOnlyFields, type LearnerField, type LearnerRow } from '#admin';
import { parseDate } from '#catalog';
import { getEnglish } from '../../interface.ts';
import { columns, type ColumnForm } from './columns.ts';
import { describeMoment } from './data-words.ts';

/** A cell of a table of enrollments: words, or several columns of which a learner has agreed to tell nothing. */
export type LearnerCell =
  | { kind: 'value'; field: LearnerField; words: string | undefined }
  | { kind: 'withheld'; fields: LearnerField[]; words: string | undefined };

/**
 * The cells of a row. Without consent neighbouring columns about the learner are one, and the first of them says
 * why; nothing of them is shown as a missing value, much less as zero.
 */
export function cellsOf(row: LearnerRow, fields: readonly LearnerField[]): LearnerCell[] {
  const cells: LearnerCell[] = [];
  let words: string | undefined = 'Consent not given';
  for (const field of fields) {
    if (row.is_consent_granted || !learnerOnlyFields.has(field)) {
      cells.push({ kind: 'value', field, words: describeValue(row, field) });
      continue;
    }
    const last = cells.at(-1);
    if (last?.kind === 'withheld') last.fields.push(field);
    else {
      cells.push({ kind: 'withheld', fields: [field], words });
      words = undefined;
    }
  }
  return cells;
}

/** A value in words; undefined where it is missing. What is not understood is shown as it came. */
export function describeValue(row: LearnerRow, field: LearnerField): string | undefined {
  const { form } = columns[field];
  const value = row[field];
  if (form === 'passed') return describePassed(row);
  return value === null ? undefined : (writers[form]?.(value) ?? String(value));
}

function describePassed({ passed_date: date, has_passed: hasPassed }: LearnerRow) {
  if (date !== null) return writers.day?.(date) ?? date;
  if (hasPassed === null) return undefined;
  return hasPassed ? 'Passed, date not said' : 'Not passed';
}

type Value = NonNullable<LearnerRow[LearnerField]>;

const percent = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

const flagWords = new Map<Value, string>([
  [true, 'Yes'],
  [false, 'No'],
]);

const writers: Partial<Record<ColumnForm, (value: Value) => string | undefined>> = {
  day: (value) => getEnglish().formatDate(parseDate(String(value)), 'short'),
  moment: (value) => describeMoment(String(value)),
  share: ofNumber((value) => percent.format(value)),
  // The service says no currency; the prices of its catalogue are in dollars.
  money: ofNumber((value) =>
    getEnglish().formatMoney({ cents: Math.round(value * 100), currency: 'USD' }),
  ),
  number: ofNumber((value) => getEnglish().formatNumber(value)),
  flag: (value) => flagWords.get(value),
};

function ofNumber(write: (value: number) => string) {
  return (value: Value) => (typeof value === 'number' ? write(value) : undefined);
}
