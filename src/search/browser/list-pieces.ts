/**
 * Lists that are downloaded: each item is a line of CSV, worded at build. They lie in pieces, `search/lists/…/0.csv`
 * and so on, each of which begins with the names of the columns; so a short list needs few of them.
 */
export const rowsPerPiece = 64;
export const lineEnd = '\r\n';

/**
 * The lines of rows, in their order, as one CSV file with a last column that says the same in every line (RFC
 * 4180). `name` and `value` of it are cells as they stand. A byte order mark makes Excel read UTF-8.
 */
export async function joinPieces(
  rows: readonly number[],
  fetchPiece: (number: number) => Promise<string>,
  { name, value }: { name: string; value: string },
): Promise<string> {
  const numbers = [...new Set(rows.map(pieceOf))];
  const pieces = new Map(
    await Promise.all(
      numbers.map(async (number) => [number, (await fetchPiece(number)).split(lineEnd)] as const),
    ),
  );
  const head = pieces.get(numbers[0] ?? 0)?.[0] ?? '';
  const lines = rows.map((row) => {
    const line = pieces.get(pieceOf(row))?.[1 + (row % rowsPerPiece)];
    if (line === undefined) throw new Error(`The lists of the search index end before row ${row}.`);
    return `${line},${value}`;
  });
  return `\uFEFF${[`${head},${name}`, ...lines].join(lineEnd)}${lineEnd}`;
}

function pieceOf(row: number): number {
  return Math.floor(row / rowsPerPiece);
}
