import { places, type PlacedRows } from './piece-format.ts';
import type { Pieces } from './pieces.ts';
import type { Hit, WordMatch } from './match-word.ts';
import { weights } from './weights.ts';

export interface ScoredRow {
  row: number;
  /** What its words are worth, and what its title is. */
  score: number;
  bonus: number;
  /** Share of the query's weight that the row has; 1 with all words. */
  share: number;
  /** Magnitude of its enrollments. */
  popularity: number;
  /** How many of the words it has that it should have, and how many of them in a name. */
  count: number;
  named: number;
}

export interface Scores {
  rows: ScoredRow[];
  /** What all words that a row should have would be worth at most. */
  weight: number;
}

const relatedPlaces = new RegExp(`^[${places.related}${places.relatedInTitle}]+$`);
const averageTitle = 5;
// Of places of one kind the best counts. The first two are weighed apart.
const kinds = [
  places.title + places.aliasInTitle,
  places.related + places.relatedInTitle,
  places.skill + places.subject + places.aliasInName,
  places.partner,
  places.kind,
  places.summary + places.aliasInSummary + places.text,
  places.number,
];

/** What each row is worth for the words and phrases of a query. */
export function scoreRows(
  { root, titleLengths: lengths, popularity }: Pieces,
  matches: readonly WordMatch[],
  phrases: readonly { groups: PlacedRows[] }[],
): Scores {
  const scores = new Float64Array(root.rows);
  const required = new Float64Array(root.rows);
  const counts = new Float64Array(root.rows);
  const named = new Float64Array(root.rows);
  const inTitle = new Float64Array(root.rows);
  const exact = new Float64Array(root.rows);
  let [all, allRequired] = [0, 0];
  for (const { queryWord, hits } of matches) {
    const rarity = rarityOf(root.rows, countDistinct(hits)) * queryWord.weight;
    const best = bestOfRows(hits, lengths);
    all += rarity;
    if (queryWord.isRequired) allRequired += rarity;
    for (const [row, { value, isTitle, isExact }] of best) {
      scores[row] = (scores[row] ?? 0) + (rarity * value) / (value + weights.saturation);
      if (queryWord.isRequired) {
        required[row] = (required[row] ?? 0) + rarity;
        counts[row] = (counts[row] ?? 0) + 1;
        if (value >= weights.name) named[row] = (named[row] ?? 0) + 1;
      }
      if (isTitle) inTitle[row] = (inTitle[row] ?? 0) + 1;
      if (isExact) exact[row] = (exact[row] ?? 0) + 1;
    }
  }
  for (const { groups } of phrases) {
    const hits = [{ word: '', factor: 1, groups }];
    const rarity = rarityOf(root.rows, countDistinct(hits)) * weights.phrase;
    for (const [row, { value }] of bestOfRows(hits, lengths))
      scores[row] = (scores[row] ?? 0) + (rarity * value) / (value + weights.saturation);
  }
  const rows: ScoredRow[] = [];
  for (let row = 0; row < root.rows; row += 1) {
    if ((scores[row] ?? 0) === 0) continue;
    const share = allRequired === 0 ? 1 : (required[row] ?? 0) / allRequired;
    const matched = inTitle[row] ?? 0;
    const length = lengths[row] ?? averageTitle;
    const isExact = exact[row] === matches.length && matches.length >= length;
    const titleShare = (matched / matches.length) * Math.min(1, matched / Math.max(1, length));
    const bonus = all * (weights.titleShare * titleShare + (isExact ? weights.exactTitle : 0));
    const closed = row < root.openRows ? 1 : weights.closed;
    rows.push({
      row,
      score: (scores[row] ?? 0) * closed,
      bonus: bonus * closed,
      share,
      popularity: popularity[row] ?? 0,
      count: counts[row] ?? 0,
      named: named[row] ?? 0,
    });
  }
  return { rows, weight: allRequired };
}

interface RowValue {
  value: number;
  /** Whether the title has the word or a form of it, and the word itself. */
  isTitle: boolean;
  isExact: boolean;
}

/** What each row is worth for one word: in each kind of place the best of the hits, all kinds together. */
function bestOfRows(hits: readonly Hit[], lengths: readonly number[]): Map<number, RowValue> {
  const best = new Map<number, Float64Array>();
  const [titles, exactTitles] = [new Set<number>(), new Set<number>()];
  for (const { factor, groups } of hits) {
    for (const { places: where, rows } of groups) {
      const isTitle = where.includes(places.title) && factor >= weights.form * weights.typo;
      const isExact = isTitle && factor === 1;
      for (const row of rows) {
        const values = best.get(row) ?? new Float64Array(kinds.length);
        for (const place of where) {
          const kind = kinds.findIndex((own) => own.includes(place));
          values[kind] = Math.max(values[kind] ?? 0, factor * (weights.places[place] ?? 0));
        }
        best.set(row, values);
        if (isTitle) titles.add(row);
        if (isExact) exactTitles.add(row);
      }
    }
  }
  return new Map(
    [...best].map(([row, values]) => {
      const [title = 0, related = 0, ...others] = values;
      const length = lengths[row] ?? averageTitle;
      const shortness =
        1 / (1 - weights.titleLength + (weights.titleLength * length) / averageTitle);
      const direct = title * shortness + others.reduce((sum, value) => sum + value, 0);
      return [
        row,
        {
          value: direct + related * (direct === 0 ? 1 : weights.alsoRelated),
          isTitle: titles.has(row),
          isExact: exactTitles.has(row),
        },
      ];
    }),
  );
}

function rarityOf(all: number, rows: number): number {
  return Math.log(1 + (all - rows + 0.5) / (rows + 0.5));
}

function countDistinct(hits: readonly Hit[]): number {
  const rows = new Set<number>();
  for (const { groups } of hits) {
    for (const group of groups)
      if (!relatedPlaces.test(group.places)) for (const row of group.rows) rows.add(row);
  }
  return rows.size;
}
