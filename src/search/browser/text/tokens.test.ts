import { describe, expect, test } from 'vitest';
import { foldKey, foldText, tokenize, wordsOf } from './tokens.ts';

describe('wordsOf', () => {
  test.each([
    ['lower case, without accents', 'Économie à São Paulo', ['economie', 'a', 'sao', 'paulo']],
    ['one form of a letter', 'Straße Łódź Œuvre', ['strasse', 'lodz', 'oeuvre']],
    ['languages with signs', 'C++, C# and .NET', ['c++', 'c#', 'and', '.net']],
    ['no .NET in an address', 'asp.net', ['asp', 'net']],
    ['letters beside a sign', 'R&D or A/B testing', ['r&d', 'or', 'a/b', 'testing']],
    ['plain letters', 'R for vitamin C', ['r', 'for', 'vitamin', 'c']],
    ['parts of a word with hyphens', 'self-paced', ['self', 'paced']],
    ['a letter with what follows it', 'e-commerce X-ray', ['ecommerce', 'xray']],
    ['no possessive', "women’s CS50's don’t", ['women', 'cs50', 'dont']],
    ['no elision', "l’économie d'un repas", ['economie', 'un', 'repas']],
    ['pairs of characters', '数据分析', ['数据', '据分', '分析']],
    ['Japanese apart from Latin', 'IoT入門', ['iot', '入門']],
    ['Korean words', '데이터 분석', ['데이터', '분석']],
    ['Arabic without article and vowels', 'الكِتَابة والمهنية', ['كتابه', 'مهنيه']],
    ['a short Arabic word whole', 'الآن', ['الان']],
    ['wide letters', 'ＡＢＣ', ['abc']],
    ['Hindi with its vowel signs', 'हिन्दी में', ['हिन्दी', 'में']],
    ['nothing of signs', '— … ✓ +', []],
  ])('gives %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

test.each([
  ['self-paced', 'selfpaced'],
  ['入門', '門'],
])('%s is found by %s too', (text, also) => {
  expect(tokenize(text).map((token) => token.also)).toContain(also);
});

test.each([
  ['KIT+STAT101x', 'kitstat101x'],
  ['UC_BerkeleyX', 'ucberkeleyx'],
])('the key %s is folded to %s', (key, folded) => {
  expect(foldKey(key)).toBe(folded);
});

test('folding twice changes nothing more', () => {
  for (const text of ['Ǆungla', 'İstanbul', 'ẞ', 'ﬁn', 'ё', 'ガ', 'أإآ']) {
    expect(foldText(foldText(text))).toBe(foldText(text));
  }
});
