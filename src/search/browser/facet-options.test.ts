import { describe, expect, test } from 'vitest';
import { foldedLength, listOptions, type FacetView } from './facet-options.ts';

const folded: FacetView = { isOrdered: false, isUnfolded: false, find: '' };
const values = Array.from({ length: 80 }, (_, place) => `value-${place}`);
const facet = {
  values,
  labels: values.map((value) => `Étude ${value}`),
  counts: values.map((_, place) => place),
};

describe('listOptions', () => {
  test('puts the most frequent first and shows as many as fit', () => {
    const { shown, others, total } = listOptions(facet, [], folded);

    expect(shown[0]).toMatchObject({ value: 'value-79', count: 79 });
    expect([shown.length, others, total]).toEqual([foldedLength, 80 - foldedLength, 80]);
  });

  test('keeps the natural order where there is one', () => {
    const { shown } = listOptions(facet, [], { ...folded, isOrdered: true });

    expect(shown.map(({ value }) => value)).toEqual(values.slice(0, foldedLength));
  });

  test('shows chosen values wherever they stand, and whatever is looked for', () => {
    const none = { ...facet, counts: values.map(() => 0) };

    for (const find of ['', 'value-3'])
      expect(
        listOptions(none, ['value-72'], { ...folded, find }).shown.filter(
          ({ isChosen }) => isChosen,
        ),
      ).toEqual([{ value: 'value-72', label: 'Étude value-72', count: 0, isChosen: true }]);
  });

  test('unfolds no more than can be read', () => {
    const { shown, others } = listOptions(facet, [], { ...folded, isUnfolded: true });

    expect([shown.length, others]).toEqual([60, 20]);
  });

  test.each([
    ['value-13', 1],
    ['ETUDE value-7', 11],
    ['nothing like it', 0],
  ])('finds %s among all values, without regard to case and accents', (find, found) => {
    expect(listOptions(facet, [], { ...folded, find }).shown).toHaveLength(found);
  });
});
