export { drawCover } from './cover.ts';
export { writeCovers, type CoverRequest } from './write-covers.ts';
