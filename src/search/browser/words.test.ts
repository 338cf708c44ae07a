import { describe, expect, test } from 'vitest';
import { toIndexedText, toKeyWords, toQueryText } from './words.ts';

describe('toIndexedText', () => {
  test.each([
    ['keeps the signs of C++ and C#', 'C++ or C#', 'C++ or C#'],
    [
      'parts words at dashes that are no hyphens',
      'past—present self-paced',
      'past present self-paced',
    ],
    ['takes curly apostrophes for straight ones', 'l’économie', "l'économie"],
    ['writes Japanese as pairs, the last character alone', 'データ', 'デー ータ タ'],
    ['parts Japanese from Latin', 'IoT入門', 'IoT 入門 門'],
    ['leaves Korean and Arabic, which have spaces', '데이터 분석 تحليل', '데이터 분석 تحليل'],
    ['takes wide letters for letters', 'ＡＢＣ', 'ABC'],
    ['drops signs', 'a = b | c ✓', 'a b c'],
  ])('%s', (_, text, indexed) => {
    expect(toIndexedText(text)).toBe(indexed);
  });
});

describe('toQueryText', () => {
  test.each([
    ['course-v1:KIT+STAT101x+1T2027', 'KIT+STAT101x'],
    ['KIT+STAT101x', 'KIT+STAT101x'],
    ['"data science"', '"data science"'],
  ])('asks for %s as %s', (query, text) => {
    expect(toQueryText(query)).toBe(text);
  });
});

test('a key is found whole, by its parts but the institution, and run together', () => {
  expect(toKeyWords('KIT+STAT101x')).toEqual(['KIT+STAT101x', 'STAT101x', 'KITSTAT101x']);
});
