export { drawCover } from './cover.ts';
export { writeIcons } from './write-icons.ts';
export { writeCovers, type CoverRequest } from './write-covers.ts';
export { openImageCache, type ImageCache } from './cache/open-cache.ts';
export { isLoopbackUrl } from './fetch/addresses.ts';
export type { Validators } from './fetch/download.ts';
export {
  createImageFetcher,
  type FetchedImage,
  type ImageFetcher,
  type ImageFetcherOptions,
} from './fetch/image-fetcher.ts';
export type { ImageFacts } from './fetch/inspect-image.ts';
export { renderPictures } from './render/render-pictures.ts';
export { nameUrl } from './fetch/name-url.ts';
export { imageTones } from './tones.ts';
