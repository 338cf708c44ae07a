/**
 * The part that forms of one word share. Made for English, with the endings of Russian; words of other
 * languages lose a plural's s at most. Two words with the same stem are taken for forms of one word, at a lower
 * weight than the same word, so a stem that is too short costs a place in the ranking and no more.
 */

const shortest = 3;
const latin = /^[a-z]+$/;
const cyrillicEnding =
  /(?:иями|ями|ами|иях|ией|ого|его|ому|ему|ыми|ими|ость|ости|ов|ев|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ия|ии|ию|ие|[аеиоуыьюяй])$/u;

/** Plural and singular, -ing and -ed, British and American spelling. */
export function lightStem(word: string): string {
  if (/^\p{Script=Cyrillic}{5,}$/u.test(word)) return word.replace(cyrillicEnding, '');
  if (!latin.test(word) || word.length <= shortest) return word;
  return withoutFinalE(american(withoutSuffix(singular(word))));
}

/** Also what is made from a word: manager and management, negotiate and negotiation, leadership and leading. */
export function strongStem(word: string): string {
  const light = lightStem(word);
  if (!latin.test(light)) return light;
  for (const [suffix, replacement] of derivations) {
    const stem = light.slice(0, -suffix.length);
    if (light.endsWith(suffix) && stem.length >= 4) return withoutFinalE(stem + replacement);
  }
  return light;
}

const derivations: readonly [string, string][] = [
  ['ization', 'iz'],
  ['ational', 'at'],
  ['fulness', ''],
  ['ership', ''],
  ['ation', 'at'],
  ['ition', 'it'],
  ['ement', ''],
  ['ment', ''],
  ['ness', ''],
  ['ship', ''],
  ['ator', 'at'],
  ['ical', ''],
  ['tion', 't'],
  ['sion', 's'],
  ['ist', ''],
  ['ism', ''],
  ['ity', ''],
  ['ive', ''],
  ['ful', ''],
  ['al', ''],
  ['er', ''],
  ['or', ''],
  ['ly', ''],
  ['ic', ''],
  ['y', ''],
];

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word === 'news') return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function withoutSuffix(word: string): string {
  const match = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word);
  const stem = match?.[1];
  if (stem === undefined || stem.length < shortest) return word;
  return /([bdgkmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

function american(word: string): string {
  return word
    .replace(/is(e|ation|er)$/, 'iz$1')
    .replace(/is$/, 'iz')
    .replace(/ys(e)?$/, 'yz$1')
    .replace(/(?<=[a-z]{3})our(?=$|ful|al)/, 'or')
    .replace(/(?<=[a-z]{3})tre$/, 'ter')
    .replace(/gramm$/, 'gram')
    .replace(/gramme$/, 'gram')
    .replace(/(?<=[a-z]{3})ll$/, 'l');
}

function withoutFinalE(word: string): string {
  return word.length > shortest && word.endsWith('e') ? word.slice(0, -1) : word;
}
