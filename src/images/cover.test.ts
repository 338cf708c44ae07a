import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SubjectHue } from '#catalog';
import { drawCover } from './cover.ts';
import { tones } from './motifs.ts';

const hues = Object.keys(tones) as SubjectHue[];

describe('generated covers', () => {
  test('the same key and hue draw the same bytes', () => {
    expect(drawCover('KIT+STAT101x', 'data')).toBe(drawCover('KIT+STAT101x', 'data'));
  });

  test('another key draws another cover', () => {
    const drawings = Array.from({ length: 40 }, (_, index) =>
      drawCover(`KIT+S${index}x`, 'computing'),
    );

    expect(new Set(drawings).size).toBe(40);
  });

  test.each(hues)('the drawing of %s is the one of the reference', (hue) => {
    const digest = createHash('sha256');
    for (let index = 0; index < 50; index += 1) digest.update(drawCover(`KIT+X${index}x`, hue));

    expect(digest.digest('hex').slice(0, 16)).toBe(referenceDigests[hue]);
  });

  test.each(hues)('a cover of %s is small and has neither style nor script', (hue) => {
    for (let index = 0; index < 50; index += 1) {
      const cover = drawCover(`NHU+${index}`, hue);
      expect(cover.length).toBeLessThan(3000);
      expect(cover).not.toMatch(/style|script|NaN|undefined|url\(/);
    }
  });
});

/** Of the drawings that the design was approved with. */
const referenceDigests: Record<SubjectHue, string> = {
  data: '4bd1f04ff376a9d5',
  computing: '84687cf91eafa403',
  business: 'fa1ec30c3d971760',
  engineering: '941d1e3643f79541',
  humanities: 'f434bcc8525243e0',
  life: 'd5dfe2fad8e2b003',
  languages: 'ff57a7062879dae6',
  design: 'afe1cde0f495b75d',
  society: 'a873de162c4b99f5',
  other: '6d7bb038019f3452',
};
