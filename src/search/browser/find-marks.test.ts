import { describe, expect, test } from 'vitest';
import { cutExcerpt, findMarks } from './find-marks.ts';

describe('marked is', () => {
  test.each([
    ['a word, whatever its case', 'Statistics for all', ['statistics'], ['Statistics']],
    ['each word', 'Data, more data', ['data'], ['Data', 'data']],
    ['a word with accents', 'Économie politique', ['economie'], ['Économie']],
    ['a word with its possessive', 'The manager’s guide', ['manager'], ['manager’s']],
    ['a part of a hyphenated word', 'Self-paced learning', ['paced'], ['paced']],
    ['a name with signs', 'C++ and C#, not C', ['c++'], ['C++']],
    ['Arabic with its article', 'مدخل إلى البيانات', ['بيانات'], ['البيانات']],
    ['a run of pairs', 'データ分析入門', ['デー', 'ータ'], ['データ']],
    ['nothing that only begins so', 'Statistical data', ['statistics'], []],
    ['nothing without words', 'Data', [], []],
  ])('%s', (_, text, matched, marked) => {
    const marks = findMarks(text, new Set(matched));

    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(marked);
  });
});

describe('an excerpt', () => {
  const long = `${'Much is said before it comes to this. '.repeat(4)}Then sampling is met, at last.`;

  test('begins with the text where a match can be seen there', () => {
    const text = 'About sampling.';

    expect(cutExcerpt(text, findMarks(text, new Set(['sampling']))).text).toBe(text);
    expect(cutExcerpt(long, []).text).toBe(long);
  });

  test('begins with the sentence of a match that stands further on', () => {
    const { text, marks } = cutExcerpt(long, findMarks(long, new Set(['sampling'])));

    expect(text).toBe('… Then sampling is met, at last.');
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['sampling']);
  });

  test('begins between two words of a long sentence', () => {
    const one = `${'and so on and on '.repeat(12)}sampling`;
    const { text } = cutExcerpt(one, findMarks(one, new Set(['sampling'])));

    expect(text).toMatch(/^… (?:and|so|on) .*sampling$/);
  });
});
