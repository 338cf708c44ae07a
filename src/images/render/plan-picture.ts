import { createHash } from 'node:crypto';
import type { Picture, PictureFileName } from '#catalog';

/** `item` is a course's or program's picture, in the frame of the covers; `text` one inside a description, uncut. */
export type PictureUse = 'item' | 'logo' | 'staff' | 'text';

export interface PictureSource {
  digest: string;
  /** In pixels, as it is to be shown. */
  width: number;
  height: number;
  /** Of `imageTones`. */
  tone: string;
  hasAlpha: boolean;
}

/** Of the site configuration. */
export interface PictureOptions {
  /** Pixels. */
  widths: readonly number[];
  formats: readonly PictureFormat[];
}

export type PictureFormat = 'webp' | 'avif';

/** One file to be made of a source. */
export interface PictureFile {
  name: string;
  digest: string;
  format: PictureFormat;
  width: number;
  height: number;
}

export interface PicturePlan {
  picture: Picture;
  files: PictureFile[];
}

/** Raised when the same source and size shall give another file. */
const recipe = 1;
const itemRatio = 8 / 5;
const staffSide = 128;
const logoFrame = { width: 320, height: 128 };
/** WebP ends at 16,383 pixels, and a page should not be longer for one picture. */
const tallestText = 4096;

/**
 * Which files a picture becomes, and what a page must know of them. Nothing is decoded: names are hashes of
 * the source's digest and of what is made of it, and nothing is made larger than its source.
 */
export function planPicture(
  source: PictureSource,
  use: PictureUse,
  { widths, formats }: PictureOptions,
): PicturePlan {
  const sizes = sizesOf(source, use, widths);
  const filesIn = (format: PictureFormat) =>
    sizes.map(([width, height]): PictureFile => ({
      name: nameOf(source.digest, width, height, format),
      ...{ digest: source.digest, format, width, height },
    }));
  const files = filesIn('webp');
  const isLarge = use === 'item' || use === 'text';
  const avif = isLarge && formats.includes('avif') ? filesIn('avif') : [];
  const largest = files.at(-1) ?? source;
  return {
    files: [...files, ...avif],
    picture: {
      files: namesOf(files),
      ...(avif.length > 0 && { avif: namesOf(avif) }),
      width: largest.width,
      height: largest.height,
      tone: use === 'text' ? groundOf(source) : source.tone,
      ...(use === 'logo' && source.hasAlpha && { ink: isLight(source.tone) ? 'light' : 'dark' }),
    },
  };
}

function sizesOf(
  source: PictureSource,
  use: PictureUse,
  itemWidths: readonly number[],
): [width: number, height: number][] {
  if (use === 'staff') {
    const side = Math.min(staffSide, source.width, source.height);
    return [[side, side]];
  }
  if (use === 'logo') {
    const scale = Math.min(1, logoFrame.width / source.width, logoFrame.height / source.height);
    return [[atLeastOne(source.width * scale), atLeastOne(source.height * scale)]];
  }
  const ratio = use === 'text' ? source.width / source.height : itemRatio;
  const usable = Math.min(
    source.width,
    source.height * ratio,
    use === 'text' ? tallestText * ratio : Infinity,
  );
  const widths = new Set(
    itemWidths
      .toSorted((one, other) => one - other)
      .map((width) => atLeastOne(Math.min(width, usable))),
  );
  return [...widths].map((width) => [width, atLeastOne(width / ratio)]);
}

/** What stands behind a picture, also when it is there: figures are transparent where they expect paper. */
function groundOf({ tone, hasAlpha }: PictureSource): string {
  if (!hasAlpha) return tone;
  return isLight(tone) ? 't-coal' : 't-white';
}

function namesOf(files: readonly PictureFile[]): PictureFileName[] {
  return files.map(({ name, width }) => ({ name, width }));
}

function nameOf(digest: string, width: number, height: number, format: PictureFormat): string {
  const hash = createHash('sha256').update(`${recipe} ${digest} ${width}x${height}`).digest('hex');
  return `${hash.slice(0, 16)}-${width}.${format}`;
}

/** Whether the drawing of a transparent logo is so light that it is lost on paper. */
function isLight(tone: string): boolean {
  return /^t-(?:white|silver)$|-pale$/.test(tone);
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
