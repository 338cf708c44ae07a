/**
 * How the index of names is written down. `src/search/words/` writes it, this folder reads it.
 *
 * A line is a word, or a phrase of several stems, and for each set of places the rows in which it stands
 * there: `statistics⇥t:rows⇥ts:rows`. A word without places is met in full texts only. Lines stand in the order
 * of their words, so that forms of a word and what it begins are neighbours; a file holds some hundred lines.
 */

/** Where a word stands in an item. Capitals: not itself, but something that means the same. */
export const places = {
  title: 't',
  skill: 's',
  subject: 'u',
  partner: 'p',
  /** Type of program, level, language. */
  kind: 'g',
  summary: 'd',
  /** Nowhere but in the full text. */
  text: 'b',
  /** The whole key, and the part after the institution. */
  key: 'K',
  number: 'k',
  aliasInTitle: 'T',
  aliasInName: 'S',
  aliasInSummary: 'D',
  /** Something close in meaning, in the title or anywhere else. */
  relatedInTitle: 'R',
  related: 'r',
} as const;

/** The file from which a search finds all others. */
export interface WordsRoot {
  /** How many rows there are, and how many of the first can be started now. */
  rows: number;
  openRows: number;
  /** For each row how many different words its title has, in base 36, at most 35. */
  titleLengths: string;
  /** For each row the magnitude of its enrollments, in base 36. */
  popularity: string;
  /** The first line of each file of lines, and the files' names. */
  starts: string[];
  files: string[];
  /** Files of the words that a typing mistake may have meant: the letters they begin with, and their names. */
  vocabulary: [letters: string, file: string][];
}

export interface PlacedRows {
  places: string;
  rows: number[];
}

const firstCode = 33;
const digits = 47;
const separator = '\t';

/** Rows in ascending order as text: of each the step from the one before, small steps in one character. */
function encodeRows(rows: readonly number[]): string {
  let text = '';
  let last = -1;
  for (const row of rows) {
    let step = row - last - 1;
    while (step >= digits) {
      text += String.fromCodePoint(firstCode + digits + (step % digits));
      step = Math.floor(step / digits);
    }
    text += String.fromCodePoint(firstCode + step);
    last = row;
  }
  return text;
}

function decodeRows(text: string, start: number): number[] {
  const rows: number[] = [];
  let [row, step, unit] = [-1, 0, 1];
  for (let place = start; place < text.length; place += 1) {
    const digit = text.charCodeAt(place) - firstCode;
    if (digit >= digits) {
      step += (digit - digits) * unit;
      unit *= digits;
    } else {
      row += step + digit * unit + 1;
      rows.push(row);
      [step, unit] = [0, 1];
    }
  }
  return rows;
}

/** A line of the index as numbers. */
export interface WordLine {
  word: string;
  groups: PlacedRows[];
}

export function formatLine({ word, groups }: WordLine): string {
  return [word, ...groups.map(({ places: where, rows }) => `${where}:${encodeRows(rows)}`)].join(
    separator,
  );
}

export function parseLine(line: string): WordLine {
  const [word = '', ...groups] = line.split(separator);
  return {
    word,
    groups: groups.map((group) => {
      const end = group.indexOf(':');
      return { places: group.slice(0, end), rows: decodeRows(group, end + 1) };
    }),
  };
}

/** The word of a line without reading its rows. */
export function wordOfLine(line: string): string {
  const end = line.indexOf(separator);
  return end === -1 ? line : line.slice(0, end);
}

/** Order of lines and files: by code units, the same in every browser. */
export function compareWords(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
