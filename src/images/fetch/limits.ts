/** What a picture may cost. */
export interface ImageLimits {
  bytes: number;
  /** Width × height. */
  pixels: number;
  /** The longer side in pixels; WebP has no more. */
  side: number;
  /** For one address with all its redirects, to the last byte, in milliseconds. */
  transferMs: number;
  redirects: number;
}

export const defaultLimits: ImageLimits = {
  bytes: 10 * 1024 * 1024,
  pixels: 50_000_000,
  side: 16_383,
  transferMs: 30_000,
  redirects: 3,
};
