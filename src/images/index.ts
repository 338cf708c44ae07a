export { drawCover } from './cover.ts';
export { writeCovers, type CoverRequest } from './write-covers.ts';
export { openImageCache, type ImageCache } from './cache/open-cache.ts';
export { imageTones } from './tones.ts';
