/** One column of a table; a value that is missing is left empty. */
export interface Column<Row> {
  title: string;
  value: (row: Row) => string | number | null | undefined;
  /** Never cut: a key or an address is of no use without its end. */
  isWhole?: boolean;
  /** Left out where the line has no room for it; of several, the last goes first. */
  isOptional?: boolean;
}

const gap = '  ';
const narrowest = 8;
const segmenter = new Intl.Segmenter();

/**
 * A printer of tables whose columns are as wide as the rows that it is given first ask for, at most as wide as
 * the terminal: columns that can be done without are left out, then longer texts are cut with an ellipsis, in
 * the widest columns first.
 * @param sample the rows that decide the widths
 * @param maxWidth of a line, in columns of the terminal
 */
export function createTable<Row>(
  allColumns: Column<Row>[],
  sample: Row[],
  maxWidth = Number.POSITIVE_INFINITY,
): { head: string; format: (row: Row) => string } {
  const naturalWidth = ({ title, value }: Column<Row>): number =>
    Math.max(widthOf(title), ...sample.map((row) => widthOf(cleanText(value(row)))));
  const columns = chooseColumns(allColumns, naturalWidth, maxWidth);
  const widths = columns.map(naturalWidth);
  const isNumeric = columns.map(
    ({ value }) => sample.length > 0 && sample.every((row) => isNumberOrMissing(value(row))),
  );
  shrink(widths, columns, maxWidth);

  const join = (cells: string[]): string => {
    const padded = cells.map((cell, index) => {
      const width = widths[index] ?? 0;
      const text = columns[index]?.isWhole === true ? cell : cut(cell, width);
      const padding = ' '.repeat(Math.max(0, width - widthOf(text)));
      return isNumeric[index] === true ? padding + text : text + padding;
    });
    return padded.join(gap).trimEnd();
  };
  return {
    head: join(columns.map(({ title }) => title)),
    format: (row) => join(columns.map(({ value }) => cleanText(value(row)))),
  };
}

/** The whole table as lines, the last with its line break. */
export function formatTable<Row>(columns: Column<Row>[], rows: Row[], maxWidth?: number): string {
  const { head, format } = createTable(columns, rows, maxWidth);
  return [head, ...rows.map(format)].map((line) => `${line}\n`).join('');
}

function chooseColumns<Row>(
  columns: Column<Row>[],
  naturalWidth: (column: Column<Row>) => number,
  maxWidth: number,
): Column<Row>[] {
  const least = lineWidth(
    columns.map((column) => {
      const width = naturalWidth(column);
      return column.isWhole === true ? width : Math.min(width, narrowest);
    }),
  );
  const last = columns.findLastIndex(({ isOptional }) => isOptional === true);
  if (least <= maxWidth || last === -1) return columns;
  return chooseColumns(columns.toSpliced(last, 1), naturalWidth, maxWidth);
}

function lineWidth(widths: number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1);
}

/** Takes from the widest columns that may be cut until the line fits, or nothing is left to take. */
function shrink(widths: number[], columns: { isWhole?: boolean }[], maxWidth: number): void {
  while (lineWidth(widths) > maxWidth) {
    const widest = Math.max(
      ...widths.map((width, index) => (columns[index]?.isWhole === true ? 0 : width)),
    );
    if (widest <= narrowest) return;
    const index = widths.findIndex(
      (width, place) => width === widest && columns[place]?.isWhole !== true,
    );
    widths[index] = widest - 1;
  }
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let keptWidth = 0;
  for (const { segment } of segmenter.segment(text)) {
    keptWidth += segmentWidth(segment);
    if (keptWidth > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += segmentWidth(segment);
  return width;
}

/** Scripts of East Asia and pictures take two columns. */
function segmentWidth(segment: string): number {
  return /^(?:[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation})/u.test(
    segment,
  )
    ? 2
    : 1;
}

/** On one line, and without what would steer the terminal. */
function cleanText(value: string | number | null | undefined): string {
  return String(value ?? '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
}

function isNumberOrMissing(value: unknown): boolean {
  return typeof value === 'number' || value === null || value === undefined || value === '';
}
