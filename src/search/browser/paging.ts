const rowsPerPage = 24;

export function pageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / rowsPerPage));
}

/** The rows of a page, from 1; a page past the end is the last. */
export function pageOfRows(rows: readonly number[], page: number): number[] {
  const last = Math.min(page, pageCount(rows.length));
  return rows.slice((last - 1) * rowsPerPage, last * rowsPerPage);
}

/** The pages that are linked to: the first, the last, those around; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const sorted = [...new Set(wanted)].sort((one, other) => one - other);
  return sorted.flatMap((number, place) => {
    const gap = number - (sorted[place - 1] ?? 0);
    if (gap === 2) return [number - 1, number];
    return gap > 2 ? [0, number] : [number];
  });
}
