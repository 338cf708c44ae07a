import { expect, test } from 'vitest';
import { findNearSubjects } from './near-subjects.ts';
import { decodeRowNumbers, encodeRowNumbers } from './row-numbers.ts';
import { parseState } from './state.ts';

const values = ['business', 'computing', 'music'];
const column = {
  values,
  labels: ['Business & Management', 'Computer Science', 'Music'],
  rows: decodeRowNumbers(encodeRowNumbers([[0], [0], [0, 1], [1], [2]]), 5),
};

test.each([
  ['a chosen subject as a whole', '?q=xyz&subject=music', [0], ['music']],
  ['what the words alone find most of', '?q=data&level=hard', [2, 3], ['computing', 'business']],
  ['what is called like a word', '?q=compter+skills', [], ['computing']],
  ['the largest', '?q=xyzzy', [], ['business', 'computing', 'music']],
])('looks on in %s', (_, address, found, subjects) => {
  const { query, chosen } = parseState(address);

  expect(findNearSubjects(column, { query, found, chosen }).map(({ value }) => value)).toEqual(
    subjects,
  );
});

test('counts all items of a subject, whatever was looked for', () => {
  const { query, chosen } = parseState('?q=data');

  expect(findNearSubjects(column, { query, found: [3], chosen })).toEqual([
    { value: 'computing', label: 'Computer Science', count: 2 },
  ]);
});
