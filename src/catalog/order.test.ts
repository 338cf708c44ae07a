import { expect, test } from 'vitest';
import { compareText } from './order.ts';

test.each([
  ['capitals are small letters', ['alpha', 'Beta', 'gamma']],
  ['accents count only where nothing else differs', ['Ecole', 'École', 'Economics', 'Wharton']],
  ['a shorter name comes first', ['Data', 'Data Science']],
  ['scripts follow each other', ['Zurich', 'Московский', '東京']],
])('%s', (_, sorted) => {
  expect(sorted.toReversed().toSorted(compareText)).toEqual(sorted);
});
