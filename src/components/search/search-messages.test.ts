import { expect, test } from 'vitest';
import { createInterface } from '#i18n';
import { fillMessage, fillPlural } from '../../search/browser/messages.ts';
import { createSearchMessages } from './search-messages.ts';

const messages = createSearchMessages(createInterface({ language: 'en', base: '/' }));

test.each([
  [0, '0 courses and programs'],
  [1, '1 course or program'],
  [1234, '1,234 courses and programs'],
])('%i is counted as "%s"', (count, words) => {
  expect(fillPlural(messages.count, count, 'en')).toBe(words);
});

test('a part is counted by its whole', () => {
  expect(fillPlural(messages.countOf, 412, 'en', { found: '1' })).toBe(
    '1 of 412 courses and programs',
  );
});

test('values stand in their places, and a place without a value stays', () => {
  expect(fillMessage(messages.filter, { facet: 'Level', value: '{x}' })).toBe('Level: {x}');
  expect(fillMessage('{a} {b}', { a: '1' })).toBe('1 {b}');
});

test('a language with more forms gets all of them', () => {
  const arabic = createInterface({ language: 'ar', base: '/' });
  const forms = createSearchMessages(arabic).count;

  expect(Object.keys(forms).toSorted()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
  expect(forms.few).toMatch(/^\{count\} /);
  expect(fillPlural(forms, 3, arabic.locale)).toBe(arabic.t('search.count', { count: 3 }));
  expect(fillPlural(forms, 1234, arabic.locale)).toBe(arabic.t('search.count', { count: 1234 }));
});
