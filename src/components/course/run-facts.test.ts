import { describe, expect, test } from 'vitest';
import { isRepeated, shortTextOf } from './run-facts.ts';

describe('a text for a fact', () => {
  test.each([
    ['<p>None.</p>', 'None'],
    ['<p>Algebra &amp; patience</p>', 'Algebra & patience'],
    [undefined, undefined],
    [`<p>${'A long list of things to know. '.repeat(8)}</p>`, undefined],
  ])('%s', (html, text) => {
    expect(shortTextOf(html)).toBe(text);
  });
});

test('a description that says the same as the sentence under the title is a repetition', () => {
  expect(isRepeated('<p>Read a chart.</p>', 'Read a chart.')).toBe(true);
  expect(isRepeated('<p>Read a chart. Twice.</p>', 'Read a chart.')).toBe(false);
  expect(isRepeated('<p>Read a chart.</p>', undefined)).toBe(false);
});
