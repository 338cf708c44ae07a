import { expect, test } from 'vitest';
import { shortenDescription } from './shorten-description.ts';

test('a description of a skill is cut at a word, from 950 characters on', () => {
  const long = 'word '.repeat(200).trim();

  expect(shortenDescription('Reading charts.')).toBe('Reading charts.');
  expect(shortenDescription('word '.repeat(190).trim())).toHaveLength(949);
  expect(shortenDescription(long)).toMatch(/word…$/);
  expect(shortenDescription(long).length).toBeLessThanOrEqual(951);
});
