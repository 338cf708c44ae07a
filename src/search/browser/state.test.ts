import { describe, expect, test } from 'vitest';
import {
  formatState,
  isEverything,
  listChosen,
  mapFacets,
  parseState,
  unknownSortOf,
  withoutFilters,
  withPage,
  withQuery,
  withSort,
  withToggled,
  withView,
} from './state.ts';

describe('the address of a search', () => {
  test.each([
    '',
    '?q=statistics',
    '?q=C%2B%2B&page=3',
    '?q=data&sort=enroll-by&page=2&view=compact',
    '?length=5-to-8-weeks&price=included&price=up-to-100-usd&start=2027-01&certificate=yes&view=cards',
    '?kind=course&availability=open&availability=soon&subject=data&level=advanced&partner=kit&type=masters&language=ja&catalog=core',
    '?q=%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9&subject=b&subject=a',
  ])('survives being read and written: %s', (address) => {
    expect(formatState(parseState(address))).toBe(address);
  });

  test.each([
    ['spaces around and within the query', '?q=++data+++science+', '?q=data+science'],
    ['values given twice', '?subject=a&subject=a', '?subject=a'],
    ['empty values', '?q=&subject=&page=', ''],
    ['the first page', '?page=1', ''],
    ['pages that are none', '?page=-2', ''],
    ['pages that are no number', '?page=2e3', ''],
    ['parameters of others', '?utm_source=mail&q=x', '?q=x'],
    ['orders and views that are none', '?sort=fame&view=upside-down', ''],
  ])('is written without %s', (_, address, tidy) => {
    expect(formatState(parseState(address))).toBe(tidy);
  });
});

describe('a change of the search', () => {
  const state = parseState('?q=data&subject=a&level=x&page=4');

  test('of the query begins at the first page and keeps the filters', () => {
    expect(formatState(withQuery(state, ' art '))).toBe('?q=art&subject=a&level=x');
  });

  test('of a filter adds or removes the value and begins at the first page', () => {
    const added = withToggled(state, { facet: 'subject', value: 'b' });

    expect(formatState(added)).toBe('?q=data&subject=a&subject=b&level=x');
    expect(formatState(withToggled(added, { facet: 'subject', value: 'a' }))).toBe(
      '?q=data&subject=b&level=x',
    );
  });

  test('of the page keeps all else', () => {
    expect(formatState(withPage(state, 2))).toBe('?q=data&subject=a&level=x&page=2');
  });

  test('of the order begins at the first page, of the view does not', () => {
    expect(formatState(withSort(state, 'enrollBy'))).toBe(
      '?q=data&subject=a&level=x&sort=enroll-by',
    );
    expect(formatState(withView(state, 'compact'))).toBe(
      '?q=data&subject=a&level=x&page=4&view=compact',
    );
  });

  test('removes one facet or all of them', () => {
    expect(formatState(withoutFilters(state, 'level'))).toBe('?q=data&subject=a');
    expect(formatState(withoutFilters(state))).toBe('?q=data');
    expect(listChosen(mapFacets(() => []))).toEqual([]);
  });
});

test.each([
  ['', true],
  ['?view=compact&utm_source=mail', true],
  ['?q=data', false],
  ['?level=advanced', false],
  ['?sort=title', false],
  ['?page=2', false],
])('%s asks for no more than the first page of everything: %s', (address, expected) => {
  expect(isEverything(parseState(address))).toBe(expected);
});

test('an order that is none is known by its name', () => {
  expect(unknownSortOf('?sort=fame')).toBe('fame');
  expect(unknownSortOf('?sort=title')).toBeUndefined();
  expect(unknownSortOf('?sort=')).toBeUndefined();
});
