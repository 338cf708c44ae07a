import { hashOf, type SubjectHue } from '#catalog';
import { cream, motifs, tones, type NextNumber } from './motifs.ts';

/**
 * The generated cover of an item without a picture: an SVG of 320 × 200, flat, under 3 KB, presentation
 * attributes only. Same key and hue, same bytes.
 */
export function drawCover(key: string, hue: SubjectHue): string {
  const [ground, deep] = tones[hue];
  const next = numbersFrom(hashOf(key));
  const variant = next(5);
  const drawing = motifs[hue](next, tones[hue]);
  if (variant === 0) return svg(cream, drawing.replaceAll(cream, ground));
  if (variant === 1) return svg(deep, drawing.replaceAll(`"${deep}"`, `"${ground}"`));
  return svg(ground, drawing);
}

function svg(ground: string, drawing: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" width="320" height="200"><rect width="320" height="200" fill="${ground}"/>${drawing}</svg>\n`;
}

/** xorshift32 with 13, 17, 5. */
function numbersFrom(seed: number): NextNumber {
  let state = seed === 0 ? 1 : seed;
  return (below) => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state % below;
  };
}
