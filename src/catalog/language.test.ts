import { expect, test } from 'vitest';
import { parseLanguage, primaryLanguage } from './language.ts';

test.each([
  ['en-us', 'en-US'],
  ['es-419', 'es-419'],
  ['zh-cmn', 'zh'],
  ['zh_Hans', 'zh-Hans'],
  ['English', 'en'],
  ['Spanish - Spain (Modern)', 'es'],
  ['Chinese - Mandarin', 'zh'],
  [{ code: 'ar', label: 'Arabic' }, 'ar'],
  ['', undefined],
  [null, undefined],
  ['not a language', undefined],
  [42, undefined],
])('%s is %s', (value, code) => {
  expect(parseLanguage(value)).toBe(code);
});

test('the facet knows no regions', () => {
  expect(primaryLanguage('en-GB')).toBe('en');
});
