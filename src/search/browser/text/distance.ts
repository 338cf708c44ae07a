const vowels = new Set('aeiouy');
// Letters that sound alike, and rows of keys, in which neighbours are hit for one another.
const alike = ['ck', 'cs', 'sz', 'kq', 'fv', 'vw', 'bp', 'dt', 'gj', 'mn', 'lr', 'iy'];
const keys = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qaz',
  'wsx',
  'edc',
  'rfv',
  'tgb',
  'yhn',
  'ujm',
];
const nearLetters = new Set([
  ...alike,
  ...keys.flatMap((row) => [...row].slice(1).map((key, place) => `${row[place] ?? ''}${key}`)),
]);

/**
 * How far one word is from another: the cheapest series of insertions, deletions, substitutions and swaps of
 * neighbours. What fingers and ears do often costs less than 1: a letter doubled or not, one vowel for another,
 * two neighbours swapped. More than `limit` is `Infinity`.
 */
export function distanceBetween(typed: string, word: string, limit: number): number {
  if (Math.abs(typed.length - word.length) > limit * 2) return Number.POSITIVE_INFINITY;
  // Of short words too many are one letter apart: horse and house.
  const farCost = typed.length < shortWord ? farLetter : 1;
  let beforeLast: number[] = [];
  let last = firstRow(word);
  let leastOfLast = 0;
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [(last[0] ?? 0) + changeCost(typed, i - 1)];
    let least = row[0] ?? 0;
    for (let j = 1; j <= word.length; j += 1) {
      const [one, other] = [typed[i - 1], word[j - 1]];
      let cost = Math.min(
        (last[j] ?? 0) + changeCost(typed, i - 1),
        (row[j - 1] ?? 0) + changeCost(word, j - 1),
        (last[j - 1] ?? 0) + substitutionCost(one, other, farCost),
      );
      if (i > 1 && j > 1 && one === word[j - 2] && typed[i - 2] === other && one !== other)
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + swap);
      row.push(cost);
      least = Math.min(least, cost);
    }
    // Two neighbours that are swapped go on from the row before.
    if (Math.min(least, leastOfLast + swap) > limit) return Number.POSITIVE_INFINITY;
    leastOfLast = least;
    [beforeLast, last] = [last, row];
  }
  const distance = last[word.length] ?? Number.POSITIVE_INFINITY;
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

/** Whether both words have the same letters and begin alike: "phyton" for "python". */
export function isAnagram(typed: string, word: string): boolean {
  return (
    typed.length === word.length &&
    typed[0] === word[0] &&
    [...typed].sort().join('') === [...word].sort().join('')
  );
}

const swap = 0.8;
const doubled = 0.6;
const otherVowel = 0.8;
const farLetter = 1.3;
const shortWord = 6;

function firstRow(word: string): number[] {
  const row = [0];
  for (let j = 1; j <= word.length; j += 1) row.push((row[j - 1] ?? 0) + changeCost(word, j - 1));
  return row;
}

/** Of a letter that one word has and the other lacks. */
function changeCost(word: string, place: number): number {
  return place > 0 && word[place] === word[place - 1] ? doubled : 1;
}

function substitutionCost(one = '', other = '', farCost = 1): number {
  if (one === other) return 0;
  if (vowels.has(one) && vowels.has(other)) return otherVowel;
  const isNear = nearLetters.has(one + other) || nearLetters.has(other + one);
  return isNear ? 1 : farCost;
}

/** How far a word of so many letters may be from what was meant. */
export function toleranceOf(length: number): number {
  if (length < 3) return 0;
  if (length === 3) return swap;
  if (length < shortWord) return 1;
  if (length < 8) return 1.6;
  return length < 12 ? 2 : 2.6;
}
