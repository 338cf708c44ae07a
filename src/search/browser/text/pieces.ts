import { compareWords, wordOfLine, type WordsRoot } from './piece-format.ts';

/** Fetches one of the files of `search/words/`. */
export type FetchPiece = (name: string) => Promise<string>;

export interface Pieces {
  root: WordsRoot;
  /** For each row how many words its title has. */
  titleLengths: readonly number[];
  /** For each row the magnitude of its enrollments. */
  popularity: readonly number[];
  /** The line of a word. */
  lineOf: (word: string) => Promise<string | undefined>;
  /** All lines whose word begins with `beginning`, in their order. */
  linesFrom: (beginning: string) => Promise<string[]>;
  /** Words that begin with one of the letters, or with none of them. */
  vocabulary: (letters: string) => Promise<string[]>;
  otherVocabulary: (letters: string) => Promise<string[]>;
}

// A beginning of two or three letters may lie in many files.
const mostPieces = 4;
const afterAll = '\uFFFF';

/** The index of names, of which each file is fetched once, when it is needed. What fails is asked for again. */
export async function openPieces(rootName: string, fetchPiece: FetchPiece): Promise<Pieces> {
  const root = JSON.parse(await fetchPiece(rootName)) as WordsRoot;
  const fetched = new Map<string, Promise<string[]>>();
  const fetchLines = (name: string): Promise<string[]> => {
    const known = fetched.get(name);
    if (known !== undefined) return known;
    const lines = fetchPiece(name).then((text) => text.split('\n'));
    fetched.set(name, lines);
    lines.catch(() => fetched.delete(name));
    return lines;
  };
  const fetchAll = async (names: readonly string[]): Promise<string[]> =>
    (await Promise.all(names.map(fetchLines))).flat();
  const fetchVocabulary = (isWanted: (letters: string) => boolean): Promise<string[]> =>
    fetchAll(root.vocabulary.flatMap(([letters, name]) => (isWanted(letters) ? [name] : [])));

  return {
    root,
    titleLengths: parseDigits(root.titleLengths),
    popularity: parseDigits(root.popularity),
    lineOf: async (word) => {
      const name = root.files[lastNotAfter(root.starts, word)];
      const lines = name === undefined ? [] : await fetchLines(name);
      const line = lines[firstNotBefore(lines, word)] ?? '';
      return wordOfLine(line) === word ? line : undefined;
    },
    linesFrom: async (beginning) => {
      const first = lastNotAfter(root.starts, beginning);
      const last = Math.min(
        lastNotAfter(root.starts, beginning + afterAll),
        first + mostPieces - 1,
      );
      const lines = await fetchAll(root.files.slice(first, last + 1));
      return lines.slice(
        firstNotBefore(lines, beginning),
        firstNotBefore(lines, beginning + afterAll),
      );
    },
    vocabulary: (letters) => fetchVocabulary((own) => [...letters].some((l) => own.includes(l))),
    otherVocabulary: (letters) =>
      fetchVocabulary((own) => ![...letters].some((l) => own.includes(l))),
  };
}

function parseDigits(text: string): number[] {
  return [...text].map((digit) => Number.parseInt(digit, 36));
}

function lastNotAfter(starts: readonly string[], word: string): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareWords(starts[middle] ?? '', word) <= 0) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function firstNotBefore(lines: readonly string[], word: string): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareWords(wordOfLine(lines[middle] ?? ''), word) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
