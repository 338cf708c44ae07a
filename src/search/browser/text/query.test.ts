import { describe, expect, test } from 'vitest';
import { parseQuery } from './query.ts';

describe('parseQuery', () => {
  test.each([
    ['every word of a topic', 'data science', ['data', 'science']],
    ['not what a wish is wrapped in', 'I want to learn python', ['python']],
    ['not the kind of thing', 'introduction to statistics course', ['statistics']],
    ['such words where there is nothing else', 'learn', ['learn']],
    ['stop words where there is nothing else', 'Who are we?', ['who', 'are', 'we']],
    ['languages of one letter', 'R programming', ['r', 'programming']],
    ['no other letter beside words', 'vitamin D', ['vitamin']],
    ['a letter alone', 'd', ['d']],
  ])('requires %s', (_, text, words) => {
    const required = parseQuery(text).words.filter(({ isRequired }) => isRequired);

    expect(required.map(({ word }) => word)).toEqual(words);
  });

  test.each([
    ['KIT+STAT101x', ['kitstat101x']],
    ['course-v1:KIT+STAT101x+1T2027', ['kitstat101x1t2027', 'kitstat101x']],
    ['KIT/STAT101x/1T2027', ['kitstat101x1t2027', 'kitstat101x']],
    ['statistics for all', []],
  ])('reads %s as the keys %j', (text, keys) => {
    expect(parseQuery(text).keys).toEqual(keys);
  });

  test('takes the last word for one that may not be finished, unless a sign or a space ends it', () => {
    const isOpen = (text: string) => parseQuery(text).words.at(-1)?.isOpen;

    expect([isOpen('data sci'), isOpen('data sci '), isOpen('c++')]).toEqual([true, false, false]);
  });

  test('takes a pasted text for its first words', () => {
    expect(parseQuery('word '.repeat(500) + 'more').words.map(({ word }) => word)).toEqual([
      'word',
    ]);
  });

  test.each([
    ['"data science"', true],
    ['« data science »', true],
    ['"data"', false],
    ['data science', false],
  ])('takes %s for a phrase: %s', (text, isPhrase) => {
    expect(parseQuery(text).isPhrase).toBe(isPhrase);
  });
});
