import { expect, test } from 'vitest';
import { parseText } from './values.ts';

test.each([
  ['white space at the ends', '  Ana María \n', 'Ana María'],
  ['what has no width at the ends', '\u200bAna María\ufeff', 'Ana María'],
])('a text loses %s', (_case, value, text) => {
  expect(parseText(value)).toBe(text);
});

test('between words it stays, where lines may end', () => {
  expect(parseText('ภาษา\u200bไทย')).toBe('ภาษา\u200bไทย');
});

test.each([undefined, null, 7, '', ' \u200b\n'])('%j is no text', (value) => {
  expect(parseText(value)).toBeUndefined();
});
