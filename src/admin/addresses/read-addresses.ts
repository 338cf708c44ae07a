import { addressProblemOf, cleanAddress } from './check-address.ts';
import { findTable, isHeader } from './find-column.ts';
import { splitRows } from './split-rows.ts';
import type { AddressEntry, AddressReading } from './types.ts';

/** Salesforce ids in the form that the service takes (api-ground-truth §6.1). */
const salesforceIdLength = 18;

/**
 * The addresses of a pasted text or a CSV file, each with its class. Of an address given more than once, the
 * first counts. From the `limit`th different address on, all are over the limit. The text stays with the caller:
 * nothing of it goes into an error.
 */
export function readAddresses(text: string, { limit }: { limit: number }): AddressReading {
  const entries: AddressEntry[] = [];
  const counts = { valid: 0, invalid: 0, duplicate: 0, overLimit: 0 };
  const firstLines = new Map<string, number>();
  const { places, ...rest } = findPlaces(text);

  for (const { line, text, salesforceId } of places) {
    const email = cleanAddress(text);
    const firstLine = firstLines.get(email);
    const problem = addressProblemOf(email) ?? salesforceProblemOf(salesforceId);
    if (problem !== undefined) {
      counts.invalid += 1;
      entries.push({ class: 'invalid', line, text, problem });
    } else if (firstLine !== undefined) {
      counts.duplicate += 1;
      entries.push({ class: 'duplicate', line, email, firstLine });
    } else {
      const isOver = firstLines.size >= limit;
      firstLines.set(email, line);
      counts[isOver ? 'overLimit' : 'valid'] += 1;
      entries.push({
        class: isOver ? 'over-limit' : 'valid',
        line,
        email,
        ...(salesforceId && { salesforceId }),
      });
    }
  }
  return { entries, counts, ...rest };
}

/** Where an address should stand: the column of a table, or every piece of a list. */
function findPlaces(
  text: string,
): { places: Place[] } & Pick<AddressReading, 'column' | 'skippedLines'> {
  const ownText = text.replace(/^\uFEFF/, '').replace(/^sep=.[ \t]*\r?\n/i, '\n');
  const table = findTable(ownText);
  if (table === undefined) {
    const rows = splitRows(ownText, '\t;,');
    const [first] = rows;
    const list = first !== undefined && isHeader(first) ? rows.slice(1) : rows;
    const places = list.flatMap(({ line, cells }) =>
      cells.flatMap(splitCell).map((text) => ({ line, text })),
    );
    return { places, skippedLines: [] };
  }

  const { rows, column, header, salesforceColumn } = table;
  const places: Place[] = [];
  const skippedLines: number[] = [];
  for (const { line, cells } of rows) {
    const pieces = splitCell(cells[column] ?? '');
    const salesforceId = salesforceColumn === undefined ? undefined : cells[salesforceColumn];
    places.push(...pieces.map((text) => ({ line, text, salesforceId })));
    if (pieces.length === 0) skippedLines.push(line);
  }
  return {
    places,
    column: { position: column + 1, ...(header !== undefined && { header }) },
    skippedLines,
  };
}

/** `Jane Doe <jane@company.example>` is what its brackets hold; several addresses may be set apart by spaces. */
function splitCell(cell: string): string[] {
  const inBrackets = [...cell.matchAll(/<([^<>]*@[^<>]*)>/g)].map(([, address = '']) => address);
  if (inBrackets.length > 0) return inBrackets;
  const pieces = cell.split(/[\s\u200b]+/).filter((piece) => cleanAddress(piece) !== '');
  if (pieces.length > 1 && pieces.every((piece) => piece.includes('@'))) return pieces;
  return cleanAddress(cell) === '' ? [] : [cell];
}

function salesforceProblemOf(id: string | undefined): 'salesforce-id' | undefined {
  return id === undefined || id === '' || id.length === salesforceIdLength
    ? undefined
    : 'salesforce-id';
}

interface Place {
  line: number;
  text: string;
  salesforceId?: string | undefined;
}
