import { describe, expect, test } from 'vitest';
import { foldedLength, listOptions, type FacetView } from './facet-options.ts';

const folded: FacetView = { isOrdered: false, isUnfolded: false, find: '' };
const values = Array.from({ length: 14 }, (_, place) => `value-${place}`);
const column = { values, labels: values.map((value) => `Étude ${value}`), rows: [] };

describe('listOptions', () => {
  test('puts the most frequent first and shows as many as fit', () => {
    const options = listOptions(
      column,
      values.map((_, place) => place),
      [],
      folded,
    );

    expect(options[0]).toMatchObject({ value: 'value-13', count: 13 });
    expect(options.filter(({ isShown }) => isShown)).toHaveLength(foldedLength);
  });

  test('keeps the natural order where there is one', () => {
    const options = listOptions(
      column,
      values.map((_, place) => place),
      [],
      { ...folded, isOrdered: true },
    );

    expect(options.map(({ value }) => value)).toEqual(values);
  });

  test('shows chosen values wherever they stand, and those that the index does not know', () => {
    const options = listOptions(
      column,
      values.map(() => 0),
      ['value-12', 'gone'],
      folded,
    );

    expect(options.filter(({ isChosen }) => isChosen)).toEqual([
      { value: 'value-12', label: 'Étude value-12', count: 0, isChosen: true, isShown: true },
      { value: 'gone', label: 'gone', count: 0, isChosen: true, isShown: true },
    ]);
  });

  test.each([
    ['value-13', 1],
    ['ETUDE', 14],
    ['nothing like it', 0],
  ])('finds %s among all values, without regard to case and accents', (find, found) => {
    const options = listOptions(
      column,
      values.map(() => 1),
      [],
      { ...folded, find },
    );

    expect(options.filter(({ isShown }) => isShown)).toHaveLength(found);
  });
});
