import { expect, test } from 'vitest';
import { findTone, imageTones } from './tones.ts';

test('there are 48 tones, each with a name for a class and a colour of its own', () => {
  const names = Object.keys(imageTones);

  expect(names).toHaveLength(48);
  expect(new Set(Object.values(imageTones)).size).toBe(48);
  expect(names.every((name) => /^t-[a-z]+(?:-[a-z]+)?$/.test(name))).toBe(true);
  expect(Object.values(imageTones).every((colour) => /^#[\da-f]{6}$/.test(colour))).toBe(true);
});

test.each([
  ['t-red-mid', [200, 60, 60]],
  ['t-teal-dark', [36, 87, 80]],
  ['t-white', [250, 250, 248]],
  ['t-black', [10, 12, 10]],
  ['t-blue-pale', [186, 198, 235]],
])('finds %s', (tone, colour) => {
  expect(findTone(Uint8Array.from(colour), 3)).toBe(tone);
});

test('the tone is that of most pixels, and transparent ones do not count', () => {
  const pixels = [
    [200, 60, 60, 255],
    [200, 60, 60, 255],
    [0, 0, 0, 255],
  ];
  const clear = Array.from({ length: 9 }, () => [0, 0, 255, 0]);

  expect(findTone(Uint8Array.from([...clear, ...pixels].flat()), 4)).toBe('t-red-mid');
  expect(findTone(Uint8Array.from(clear.flat()), 4)).toBe('t-white');
});
