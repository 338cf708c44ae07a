import { parseLine, places } from './piece-format.ts';
import type { Pieces } from './pieces.ts';

/** Rows with one of the keys, or else with one of them as the part after the institution. */
export async function findKeys(pieces: Pieces, keys: readonly string[]): Promise<number[]> {
  const lines = await Promise.all(keys.map((key) => pieces.lineOf(key)));
  const groups = lines.flatMap((line) => (line === undefined ? [] : parseLine(line).groups));
  const rowsIn = (place: string): number[] =>
    groups.flatMap((group) => (group.places.includes(place) ? group.rows : []));
  const whole = rowsIn(places.key);
  if (whole.length > 0) return whole;
  // A number without digits is a word like any other.
  return keys.some((key) => /\d/.test(key)) ? rowsIn(places.number) : [];
}
