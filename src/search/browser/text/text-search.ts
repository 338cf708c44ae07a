import { findKeys } from './find-keys.ts';
import { matchWord, type WordMatch } from './match-word.ts';
import { doubtRare, mendQuery, replaceWords } from './mend-query.ts';
import { findPhrases, joinNeighbours, withPhrases } from './phrases-of-query.ts';
import { openPieces, type FetchPiece, type Pieces } from './pieces.ts';
import { parseQuery, type Query } from './query.ts';
import { rankNear, rankWhole } from './rank-rows.ts';
import { scoreRows } from './score-rows.ts';

export interface TextAnswer {
  /** Best first, without duplicates. */
  rows: number[];
  /** Forms in which the query's words were met, folded (`foldText`), for highlighting and excerpts. */
  matched: string[];
  /** What may have been meant. It is searched instead only where the query itself has no answer. */
  correction?: { query: string; isSearchedInstead: boolean };
}

export interface TextSearch {
  find: (query: string) => Promise<TextAnswer>;
}

export interface TextSearchOptions {
  /** Name of the file that the index of words begins with. */
  rootName: string;
  fetchPiece: FetchPiece;
  /** Rows that have all words anywhere in their texts, best first. */
  askPagefind: (query: string) => Promise<number[]>;
}

// With fewer answers, items that lack one of the words are shown too.
const fewAnswers = 10;

/** Finds items by what they are called and what their texts say; each query always has the same answer. */
export function createTextSearch({
  rootName,
  fetchPiece,
  askPagefind,
}: TextSearchOptions): TextSearch {
  let opened: Promise<Pieces> | undefined;
  const open = (): Promise<Pieces> => {
    opened ??= openPieces(rootName, fetchPiece).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  const find = async (text: string, query: Query): Promise<TextAnswer> => {
    const pieces = await open();
    const [keyRows, found] = await Promise.all([
      findKeys(pieces, query.keys),
      Promise.all(query.words.map((word) => matchWord(pieces, word))),
    ]);
    if (!query.isQuoted && keyRows.length === 0 && found.some(({ isKnown }) => !isKnown)) {
      const meant = await mendQuery(pieces, found);
      if (meant.size > 0) return findInstead(replaceWords(query, meant));
    }
    const phrases = findPhrases(query, found);
    const asTyped = withPhrases(joinNeighbours(found), phrases);
    const { matches, doubts } = query.isQuoted
      ? { matches: asTyped, doubts: new Map<string, string>() }
      : await doubtRare(pieces, asTyped);
    const scores = scoreRows(pieces, matches, phrases);
    const own = [...new Set([...keyRows, ...rankWhole(scores)])];
    const full = needsFullText(query, own, matches) ? await askPagefind(text) : [];
    const rows =
      own.length + full.length < fewAnswers
        ? [...new Set([...keyRows, ...rankNear(scores, matches, full), ...full])]
        : own;
    return {
      rows: query.isPhrase && full.length > 0 ? narrow(rows, full) : rows,
      matched: [...new Set(matches.flatMap(({ hits }) => hits.map(({ word }) => word)))],
      ...correctionOf(query, { rows, matches, doubts }),
    };
  };
  const findInstead = async (text: string): Promise<TextAnswer> => {
    const answer = await find(text, parseQuery(text));
    return { ...answer, correction: { query: text, isSearchedInstead: true } };
  };

  return {
    find: async (text) => {
      const query = parseQuery(text);
      return query.words.length === 0 ? { rows: [], matched: [] } : find(text, query);
    },
  };
}

/** Words beside each other, and words that no item has together: Pagefind knows more forms of words. */
function needsFullText(
  { isPhrase }: Query,
  own: readonly number[],
  matches: readonly WordMatch[],
): boolean {
  return (isPhrase || own.length === 0) && matches.every(({ isKnown }) => isKnown);
}

/** Of the rows those that are wanted, in their order, then the wanted ones that are not among them. */
function narrow(rows: readonly number[], wanted: readonly number[]): number[] {
  const all = new Set(wanted);
  return [...new Set([...rows.filter((row) => all.has(row)), ...wanted])];
}

/** Another word for one that next to nothing has; or the query without what is nowhere. */
function correctionOf(
  query: Query,
  {
    rows,
    matches,
    doubts,
  }: {
    rows: readonly number[];
    matches: readonly WordMatch[];
    doubts: ReadonlyMap<string, string>;
  },
): Pick<TextAnswer, 'correction'> {
  if (doubts.size > 0)
    return { correction: { query: replaceWords(query, doubts), isSearchedInstead: false } };
  const known = matches.filter(({ isKnown, queryWord }) => isKnown && queryWord.isRequired);
  if (rows.length > 0 || known.length === 0 || known.length === matches.length) return {};
  return {
    correction: {
      query: known.map(({ queryWord }) => queryWord.word).join(' '),
      isSearchedInstead: false,
    },
  };
}
