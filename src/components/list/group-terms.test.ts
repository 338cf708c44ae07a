import { expect, test } from 'vitest';
import { groupTerms } from './group-terms.ts';

test('terms stand under their first letters, accents aside, digits and signs together', () => {
  const names = ['3D Modeling', '.NET', 'Algebra', 'Éthique', 'ethics', '統計'];
  const terms = names.map((name) => ({ slug: name, name, count: 1 }));

  const groups = groupTerms(terms).map((group) => [
    group.initial,
    group.terms.map(({ name }) => name),
  ]);

  expect(groups).toEqual([
    [undefined, ['3D Modeling', '.NET']],
    ['A', ['Algebra']],
    ['E', ['Éthique', 'ethics']],
    ['統', ['統計']],
  ]);
});
