import { expect, test } from 'vitest';
import { createInterface } from '#i18n';
import { fillMessage, fillPlural } from '../../search/browser/messages.ts';
import { createSearchMessages, pluralForms } from './search-messages.ts';

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
  const forms = pluralForms(
    'pl',
    (count) => `${count} ${new Intl.PluralRules('pl').select(count)}`,
  );

  expect(forms).toEqual({
    one: '{count} one',
    few: '{count} few',
    many: '{count} many',
    other: '{count} other',
  });
});
