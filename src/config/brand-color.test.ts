import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brandColorOf, isColor } from './brand-color.ts';

test.each([
  ['#1f5a45', '#16523e', '#98d3ba'],
  ['#ff6600', '#801f00', '#fcaf8f'],
  ['oklch(0.3 0.1 260)', '#0b2b5f', '#9ec5ff'],
  // Greys have no hue.
  ['gray', '#464646', '#c4c4c4'],
  ['black', '#000000', '#c4c4c4'],
  ['#fff', '#464646', '#ffffff'],
])('%s is %s by day and %s by night', (accent, day, night) => {
  const color = brandColorOf(accent);
  expect([color.day.hex, color.night.hex]).toEqual([day, night]);
});

test('whatever the colour, it can be read and read on', () => {
  for (let hue = 0; hue < 360; hue += 5) {
    for (const lightness of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
      for (const chroma of [0, 0.07, 0.15, 0.3]) {
        const { day, night } = brandColorOf(`oklch(${lightness} ${chroma} ${hue})`);
        const contrasts = [day, night].flatMap((shade) => [
          shade.textContrast,
          shade.groundContrast,
        ]);
        expect(Math.min(...contrasts)).toBeGreaterThan(6);
      }
    }
  }
});

test.each([
  ['#1f5a45', true],
  ['teal', true],
  ['rgb(31 90 69)', true],
  ['1f5a45', false],
  ['forest', false],
  ['', false],
])('"%s" is a colour: %s', (text, expected) => {
  expect(isColor(text)).toBe(expected);
});

test('the grounds are those of the pages', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const rule = readFileSync('src/config/brand-color.ts', 'utf8');
  for (const [ground] of rule.matchAll(/oklch\(\d[^)]*\)/g)) expect(tokens).toContain(ground);
});
