import { expect, test } from 'vitest';
import { programPacingOf } from './program-pacing.ts';

test.each([
  [[], undefined],
  [[undefined], undefined],
  [['self-paced', undefined], { kind: 'self-paced' }],
  [['instructor-paced', 'self-paced', 'self-paced'], { kind: 'mixed', selfPaced: 2 }],
] as const)('of courses that are %j', (pacings, expected) => {
  expect(programPacingOf(pacings)).toEqual(expected);
});
