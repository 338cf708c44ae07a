import { parseDate } from '#catalog';
import { formatCsvText } from '#csv';
import { dateFields, learnerFields, type LearnerField, type LearnerRow } from './fields.ts';

/** Characters that are handed on at once. */
const partLength = 64 * 1024;

/**
 * The rows as CSV, in parts, holding one of them at a time: RFC 4180, the reference's names in its order (peers
 * §5.11), dates by ISO 8601, nothing for what is missing. Text that could be a formula gets an apostrophe before
 * it. A byte order mark makes Excel read UTF-8.
 */
export async function* formatCsv(
  rows: AsyncIterable<LearnerRow>,
  { fields = learnerFields, hasByteOrderMark = false }: CsvOptions = {},
): AsyncGenerator<string> {
  let part = `${hasByteOrderMark ? '\uFEFF' : ''}${fields.join(',')}\r\n`;
  for await (const row of rows) {
    part += `${fields.map((field) => formatCell(row[field], field)).join(',')}\r\n`;
    if (part.length >= partLength) {
      yield part;
      part = '';
    }
  }
  if (part !== '') yield part;
}

/** `company-learner-summary-2026-11-23.csv`: nothing but plain letters, whatever the name is. */
export function csvFileNameOf(enterpriseName: string | undefined, now: number): string {
  const name = (enterpriseName ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  const day = new Date(now).toISOString().slice(0, 10);
  return `${name === '' ? '' : `${name}-`}learner-summary-${day}.csv`;
}

function formatCell(value: LearnerRow[LearnerField], field: LearnerField): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  if (dateFields.has(field)) return parseDate(value) ?? formatCsvText(value);
  return formatCsvText(value);
}

interface CsvOptions {
  fields?: readonly LearnerField[] | undefined;
  hasByteOrderMark?: boolean | undefined;
}
