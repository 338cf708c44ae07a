export const imageTypes = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;

/** What is kept in the cache: an SVG is stored as the PNG that was drawn from it. */
export type ImageType = (typeof imageTypes)[number];

/** What the first bytes say, whatever name or header the file came with. */
export function sniffType(bytes: Buffer): ImageType | 'svg' | 'html' | undefined {
  if (bytes.subarray(0, 3).toString('hex') === 'ffd8ff') return 'jpeg';
  if (bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a') return 'png';
  if (/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return 'gif';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') {
    return 'webp';
  }
  if (isAvif(bytes)) return 'avif';
  return sniffMarkup(bytes);
}

/** A box `ftyp` whose main or compatible brands name AVIF. */
function isAvif(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const brands = bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 128));
  return /^(?:.{4})*?avi[fs]/s.test(brands);
}

function sniffMarkup(bytes: Buffer): 'svg' | 'html' | undefined {
  const start = bytes.toString('utf8', 0, 4096).replace(/^\uFEFF/, '');
  if (/^\s*(?:<!doctype\s+html|<html|<head|<body)/i.test(start)) return 'html';
  const isSvg = /^\s*<(?:\?xml|!--|!doctype\s+svg|(?:\w+:)?svg)[\s\S]*/i.test(start);
  return isSvg && /<(?:\w+:)?svg[\s>]/i.test(start) ? 'svg' : undefined;
}
