import { expect, test } from 'vitest';
import { pagesShown } from './pages-shown.ts';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 11, [1, 2, 'gap', 11]],
  [2, 11, [1, 2, 3, 'gap', 11]],
  [4, 11, [1, 2, 3, 4, 5, 'gap', 11]],
  [6, 11, [1, 'gap', 5, 6, 7, 'gap', 11]],
  [11, 11, [1, 'gap', 10, 11]],
])('page %i of %i', (page, pages, shown) => {
  expect(pagesShown(page, pages)).toEqual(shown);
});
