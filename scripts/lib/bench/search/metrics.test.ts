import { describe, expect, test } from 'vitest';
import { scoreAnswer, summarize } from './metrics.ts';

const judged = { query: 'data', kind: 'topic', grades: { best: 3, good: 2, fair: 1 } };

describe('scoreAnswer', () => {
  test.each([
    ['is perfect for the best order', ['best', 'good', 'fair'], true, 1],
    ['is right with a right answer in the third place', ['x', 'y', 'good', 'best'], true, 0.481],
    ['is wrong with a right answer in the fourth place', ['x', 'y', 'z', 'best'], false, 0.321],
    ['takes an item of some use for no right answer', ['fair'], false, 0.106],
    ['is wrong for nothing', [], false, 0],
  ])('%s', (_, keys, isRight, gain) => {
    const score = scoreAnswer(judged, keys);

    expect(score.isRight).toBe(isRight);
    expect(score.gain).toBeCloseTo(gain, 3);
  });

  test.each([
    ['right', [], true],
    ['wrong', ['x'], false],
  ])('where nothing matches, is %s for %j', (_, keys, isRight) => {
    expect(scoreAnswer({ ...judged, grades: {} }, keys)).toEqual({ isRight, gain: undefined });
  });
});

test('queries that nothing matches do not count in the mean gain', () => {
  const scores = [
    { isRight: true, gain: 1 },
    { isRight: false, gain: 0.5 },
    { isRight: true, gain: undefined },
    { isRight: true, gain: undefined },
  ];

  expect(summarize(scores)).toEqual({ right: 75, gain: 0.75 });
});
