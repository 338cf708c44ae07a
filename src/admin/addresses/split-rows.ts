import type { Row } from './types.ts';

/**
 * Cuts text into rows and cells at any of `delimiters`, without the empty rows. Quotes hold delimiters and line
 * ends together; what follows the closing quote belongs to the cell, which is no CSV but what mail programs
 * copy: `"Doe, Jane" <jane@company.example>`. A quote that never closes is an ordinary character.
 */
export function splitRows(text: string, delimiters: string): Row[] {
  const rows: Row[] = [];
  const lastQuote = text.lastIndexOf('"');
  let row: Row = { line: 1, cells: [] };
  let cell = '';
  let line = 1;
  let isQuoted = false;

  const endRow = () => {
    row.cells.push(cell.trim());
    if (row.cells.some((text) => text !== '')) rows.push(row);
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const isLineEnd = character === '\n' || (character === '\r' && text[index + 1] !== '\n');
    if (isLineEnd) line += 1;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += character;
        index += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell.trim() === '' && index < lastQuote) {
      isQuoted = true;
      cell = '';
    } else if (isLineEnd) {
      endRow();
      row = { line, cells: [] };
    } else if (delimiters.includes(character)) {
      row.cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  endRow();
  return rows;
}
