import { splitRows } from './split-rows.ts';
import type { Row } from './types.ts';

const delimiters = ['\t', ';', ','];

const emailHeaders = new Set(['email', 'emailaddress', 'useremail', 'useremails', 'mail']);
const salesforceHeaders = new Set([
  'usersfid',
  'usersfids',
  'sfid',
  'sfids',
  'salesforceid',
  'salesforceids',
]);

/**
 * Whether the text is a table with one column of addresses, by its header in any column (peers §5.8) or by
 * its cells. Undefined for a list of addresses, which may have several in a line.
 */
export function findTable(text: string): Table | undefined {
  for (const delimiter of delimiters) {
    const rows = splitRows(text, delimiter);
    const table = findHeader(rows) ?? findFullColumn(rows);
    if (table !== undefined) return table;
  }
  return undefined;
}

/** Whether nothing but the name of the column stands in this row. */
export function isHeader({ cells }: Row): boolean {
  return cells.length === 1 && cells.every((cell) => emailHeaders.has(toName(cell)));
}

function findHeader(rows: Row[]): Table | undefined {
  const [header, ...rest] = rows;
  if (header === undefined || header.cells.length < 2) return undefined;
  const names = header.cells.map(toName);
  const column = names.findIndex((name) => emailHeaders.has(name));
  if (column === -1) return undefined;
  const salesforceColumn = names.findIndex((name) => salesforceHeaders.has(name));
  const name = header.cells[column] ?? '';
  return { rows: rest, column, header: name, ...(salesforceColumn !== -1 && { salesforceColumn }) };
}

/** Without a header: rows of the same length, and exactly one column in which there is an @. */
function findFullColumn(rows: Row[]): Table | undefined {
  const width = rows[0]?.cells.length ?? 0;
  if (rows.length < 2 || width < 2) return undefined;
  if (rows.some(({ cells }) => cells.length !== width)) return undefined;
  const columns = Array.from({ length: width }, (_, column) => column);
  const [column, ...others] = columns.filter((column) =>
    rows.some(({ cells }) => cells[column]?.includes('@')),
  );
  return column === undefined || others.length > 0 ? undefined : { rows, column };
}

/** `E-Mail Address`, `email_address` and `emailaddress` are the same. */
function toName(cell: string): string {
  return cell.toLowerCase().replaceAll(/[^a-z]/g, '');
}

interface Table {
  /** Without the header. */
  rows: Row[];
  column: number;
  header?: string;
  salesforceColumn?: number;
}
