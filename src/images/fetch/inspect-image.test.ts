import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspectImage } from './inspect-image.ts';
import { defaultLimits } from './limits.ts';

const nothing = { r: 0, g: 0, b: 0, alpha: 0 };

/** A bar of 120 × 60 at the left of the middle of 400 × 240. */
async function logoOn(background: typeof nothing): Promise<Buffer> {
  const bar = { width: 120, height: 60, channels: 4, background: '#0f3f3e' } as const;
  const input = await sharp({ create: bar }).png().toBuffer();
  return sharp({ create: { width: 400, height: 240, channels: 4, background } })
    .composite([{ input, left: 80, top: 90 }])
    .png()
    .toBuffer();
}

async function sizeOf(bytes: Buffer, isLogo: boolean): Promise<number[]> {
  const { facts } = await inspectImage(bytes, { limits: defaultLimits, isLogo });
  return [facts.width, facts.height];
}

test('a logo loses its transparent margins, whatever colour they would have', async () => {
  expect(await sizeOf(await logoOn(nothing), true)).toEqual([120, 60]);
  expect(await sizeOf(await logoOn({ r: 255, g: 255, b: 255, alpha: 0 }), true)).toEqual([120, 60]);
});

test('another picture keeps them, and a logo what is not transparent', async () => {
  expect(await sizeOf(await logoOn(nothing), false)).toEqual([400, 240]);
  expect(await sizeOf(await logoOn({ r: 255, g: 255, b: 255, alpha: 1 }), true)).toEqual([
    400, 240,
  ]);
});

test('a logo of nothing is left as it is', async () => {
  const create = { width: 100, height: 50, channels: 4, background: nothing } as const;

  expect(await sizeOf(await sharp({ create }).png().toBuffer(), true)).toEqual([100, 50]);
});
