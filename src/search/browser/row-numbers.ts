/**
 * Small numbers as text, the smallest in one character each: a file of them is half of its JSON, and less once
 * compressed. A number ends with its first character below `firstCode + digits`.
 */
const firstCode = 35;
const digits = 44;
const rowEnd = ' ';

/** A list of numbers for each row, one after the other. */
export interface RowNumbers {
  /** Where the numbers of each row begin in `numbers`, and where the last ones end. */
  starts: Uint32Array;
  numbers: Uint32Array;
}

export function encodeRowNumbers(rows: readonly (readonly number[])[]): string {
  return rows.map((numbers) => encodeNumbers(numbers)).join(rowEnd);
}

export function decodeRowNumbers(text: string, rowCount: number): RowNumbers {
  const starts = new Uint32Array(rowCount + 1);
  const numbers: number[] = [];
  let row = 0;
  const end = readNumbers(text, (number) => {
    if (number === undefined) starts[(row += 1)] = numbers.length;
    else numbers.push(number);
  });
  if (end !== text.length || row !== Math.max(0, rowCount - 1))
    throw new Error('A file of rows is not whole.');
  starts[rowCount] = numbers.length;
  return { starts, numbers: Uint32Array.from(numbers) };
}

export function encodeNumbers(numbers: readonly number[]): string {
  return numbers.map(encodeNumber).join('');
}

export function decodeNumbers(text: string): Uint32Array {
  const numbers: number[] = [];
  readNumbers(text, (number) => {
    if (number !== undefined) numbers.push(number);
  });
  return Uint32Array.from(numbers);
}

function encodeNumber(number: number): string {
  let text = '';
  let rest = number;
  while (rest >= digits) {
    text += String.fromCharCode(firstCode + digits + (rest % digits));
    rest = Math.floor(rest / digits);
  }
  return text + String.fromCharCode(firstCode + rest);
}

/** Says each number, `undefined` at the end of a row; answers where the last whole number ended. */
function readNumbers(text: string, say: (number: number | undefined) => void): number {
  let [number, unit, end] = [0, 1, 0];
  for (let place = 0; place < text.length; place += 1) {
    const digit = text.charCodeAt(place) - firstCode;
    if (digit >= digits) {
      number += (digit - digits) * unit;
      unit *= digits;
      continue;
    }
    say(digit < 0 ? undefined : number + digit * unit);
    [number, unit, end] = [0, 1, place + 1];
  }
  return end;
}
