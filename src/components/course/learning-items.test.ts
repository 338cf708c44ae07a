import { expect, test } from 'vitest';
import { itemsBeyond } from './learning-items.ts';

test('items that the outcome names already are not repeated', () => {
  const outcome = '<ul><li>Map parties.</li><li>Draft &amp; talk.</li></ul>';

  expect(itemsBeyond(outcome, ['Map parties.', '<p>Draft &amp; talk.</p>', 'Listen.'])).toEqual([
    'Listen.',
  ]);
});

test('without an outcome all items stay', () => {
  expect(itemsBeyond(undefined, ['Listen.'])).toEqual(['Listen.']);
});
