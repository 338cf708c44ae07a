import sharp, { type SharpOptions } from 'sharp';
import { findTone } from '../tones.ts';
import type { ImageLimits } from './limits.ts';
import { ImageRefusedError } from './refusal.ts';
import { sniffType, type ImageType } from './sniff.ts';
import { checkSvg } from './svg.ts';

export interface ImageFacts {
  type: ImageType;
  /** As it is to be shown: turned as its EXIF data say. */
  width: number;
  height: number;
  /** Of `imageTones`. */
  tone: string;
  /** Whether any part of it is transparent. */
  hasAlpha: boolean;
}

/** An SVG is drawn so large, whatever size it names. */
const drawnSvgSide = 800;
/** The tone is found from so many pixels a side. */
const thumbnailSide = 32;
const decodeSeconds = 20;
const smallestSide = 3;
/** Less than this is no logo. */
const smallestDrawing = 8;
/** Less of 255 is seen as nothing. */
const faintest = 8;

/**
 * Decodes a picture whole, within the limits, and says what it is.
 * @returns the bytes to keep, which are those given but for an SVG or a logo with margins, and what they show
 * @throws an `ImageRefusedError` with a clause that says why
 */
export async function inspectImage(
  bytes: Buffer,
  { limits, isLogo }: { limits: ImageLimits; isLogo: boolean },
): Promise<{ bytes: Buffer; facts: ImageFacts }> {
  const type = sniffType(bytes);
  if (bytes.length === 0) throw new ImageRefusedError('it is empty');
  if (type === 'html') throw new ImageRefusedError('it is a web page, not a picture');
  if (type === undefined) {
    throw new ImageRefusedError('it is none of JPEG, PNG, WebP, AVIF and GIF');
  }
  if (type === 'svg' && !isLogo) {
    throw new ImageRefusedError('it is an SVG, which is let in for logos only');
  }
  const kept = type === 'svg' ? await drawSvg(bytes, limits) : bytes;
  const stored = type === 'svg' ? 'png' : type;
  const facts = await readFacts(kept, stored, limits);
  const trimmed = isLogo && facts.hasAlpha ? await trim(kept, limits) : undefined;
  return trimmed ?? { bytes: kept, facts };
}

/** Without its transparent margins, so that it can be put in line with a text; undefined where it has none. */
async function trim(
  bytes: Buffer,
  limits: ImageLimits,
): Promise<{ bytes: Buffer; facts: ImageFacts } | undefined> {
  // The library would trim by the colour of a corner, which may be the logo's.
  const alpha = await decode(() =>
    imageOf(bytes, limits).extractChannel('alpha').raw().toBuffer({ resolveWithObject: true }),
  );
  const { width, height } = alpha.info;
  const { info } = await decode(() =>
    sharp(alpha.data, { raw: { width, height, channels: 1 } })
      .trim({ background: '#000000', threshold: faintest })
      .toBuffer({ resolveWithObject: true }),
  );
  const isTrimmed = info.width < width || info.height < height;
  const isDrawing = info.width >= smallestDrawing && info.height >= smallestDrawing;
  if (!isTrimmed || !isDrawing) return undefined;
  const [left, top] = [-(info.trimOffsetLeft ?? 0), -(info.trimOffsetTop ?? 0)];
  const data = await decode(() =>
    imageOf(bytes, limits)
      .extract({ left, top, width: info.width, height: info.height })
      .png()
      .toBuffer(),
  );
  return { bytes: data, facts: await readFacts(data, 'png', limits) };
}

function imageOf(bytes: Buffer, limits: ImageLimits) {
  return sharp(bytes, { ...optionsFor(limits), sequentialRead: false })
    .autoOrient()
    .timeout({ seconds: decodeSeconds });
}

async function drawSvg(bytes: Buffer, limits: ImageLimits): Promise<Buffer> {
  checkSvg(bytes);
  return decode(() =>
    sharp(bytes, optionsFor(limits))
      .resize({ width: drawnSvgSide, height: drawnSvgSide, fit: 'inside' })
      .timeout({ seconds: decodeSeconds })
      .png()
      .toBuffer(),
  );
}

async function readFacts(bytes: Buffer, type: ImageType, limits: ImageLimits): Promise<ImageFacts> {
  const image = sharp(bytes, optionsFor(limits));
  const metadata = await decode(() => image.metadata());
  const isAvif = metadata.format === 'heif' && metadata.compression === 'av1';
  if ((isAvif ? 'avif' : metadata.format) !== type) {
    throw new ImageRefusedError(`it begins like ${type.toUpperCase()} but is something else`);
  }
  const { width, height } = metadata.autoOrient;
  checkSize(width, height, limits);
  const { data, info } = await decode(() =>
    image
      .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'fill' })
      .timeout({ seconds: decodeSeconds })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  const hasAlpha = info.channels === 4 && data.some((value, at) => at % 4 === 3 && value < 255);
  return { type, width, height, tone: findTone(data, info.channels), hasAlpha };
}

function optionsFor({ pixels }: ImageLimits): SharpOptions {
  // The first frame is all that is shown; harmless warnings of real cameras are let through.
  return { failOn: 'error', limitInputPixels: pixels, pages: 1, sequentialRead: true };
}

function checkSize(width: number, height: number, { side, pixels }: ImageLimits): void {
  const size = `${width} × ${height} pixels`;
  if (width > side || height > side || width * height > pixels) {
    throw new ImageRefusedError(`it has ${size}, more than is let in`);
  }
  if (width < smallestSide && height < smallestSide) {
    throw new ImageRefusedError(`it has ${size}: a counter, not a picture`);
  }
}

/** What the library complains of is the picture's fault. */
async function decode<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
    const reason = /pixel limit/.test(line)
      ? 'it has more pixels than is let in'
      : `it can't be decoded: ${line.trim().slice(0, 160)}`;
    throw new ImageRefusedError(reason, { cause: error });
  }
}
