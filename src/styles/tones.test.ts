import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { imageTones } from '../images/tones.ts';

test('every tone of a picture has its class', () => {
  const css = readFileSync(new URL('tones.css', import.meta.url), 'utf8');
  const rules = Array.from(css.matchAll(/\.(t-[a-z-]+) \{\s+background-color: (#[\da-f]+);/g));

  expect(Object.fromEntries(rules.map(([, name, colour]) => [name, long(colour ?? '')]))).toEqual(
    imageTones,
  );
});

function long(colour: string): string {
  return colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour;
}
