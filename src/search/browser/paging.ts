const rowsPerPage = 24;

export function pageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / rowsPerPage));
}

/** The rows of a page, from 1; a page past the end is the last. */
export function pageOfRows(rows: readonly number[], page: number): number[] {
  const last = Math.min(page, pageCount(rows.length));
  return rows.slice((last - 1) * rowsPerPage, last * rowsPerPage);
}
