import { expect, test } from 'vitest';
import { distanceBetween, toleranceOf } from './distance.ts';

test.each([
  ['python', 'python', 0],
  ['pyhton', 'python', 0.8],
  ['excell', 'excel', 0.6],
  ['managment', 'management', 1],
  ['calculis', 'calculus', 0.8],
  ['lerning', 'learning', 1],
  ['statsitics', 'statistics', 0.8],
  ['photografy', 'photography', 2],
  ['xython', 'python', 1],
])('%s is %s as far as is told', (typed, word, distance) => {
  expect(distanceBetween(typed, word, 3)).toBeCloseTo(distance);
});

test.each([
  ['sql', 'slq', true],
  ['sal', 'sql', false],
  ['r', 'c', false],
  ['data', 'date', true],
  ['python', 'mython', true],
  ['heating', 'teaching', false],
  ['entreprenurship', 'entrepreneurship', true],
  ['negociation', 'negotiation', true],
  ['accomodating', 'accommodating', true],
])('%s for %s is within tolerance: %s', (typed, word, isNear) => {
  const distance = distanceBetween(typed, word, toleranceOf(typed.length));

  expect(distance < Number.POSITIVE_INFINITY).toBe(isNear);
});
