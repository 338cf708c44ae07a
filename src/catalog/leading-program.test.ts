import { expect, test } from 'vitest';
import { leadingProgramOf } from './leading-program.ts';

test.each([
  [[], undefined],
  [['XSeries'], 'XSeries'],
  [['XSeries', 'MicroMasters'], 'MicroMasters'],
  [['Professional Certificate', 'MicroMasters'], 'MicroMasters'],
  [['XSeries', 'Professional Certificate'], 'Professional Certificate'],
  [['XSeries', 'Masters'], 'XSeries'],
  [['XSeries', 'Professional Certificate', 'MicroMasters'], 'XSeries'],
])('of %j', (types, leading) => {
  expect(leadingProgramOf(types.map((type) => ({ type })))?.type).toBe(leading);
});
