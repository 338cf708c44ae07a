import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import sharp, { type Sharp } from 'sharp';
import type { ImageCache } from '../cache/open-cache.ts';
import { drawOpenGraph } from '../open-graph/draw-open-graph.ts';
import type { OpenGraphFile } from '../open-graph/plan-open-graph.ts';
import type { PictureFile, PictureFormat } from './plan-picture.ts';

export interface RenderedPictures {
  /** Files of the site. */
  files: number;
  /** Those of them that were not in the cache: each decoded its source once, or was drawn. */
  made: number;
}

const workers = 2;
const keptDays = 14;
const dayMs = 86_400_000;
/** A file in use is marked anew only so often. */
const markedEveryMs = dayMs;

/**
 * Puts the files into `_images/` below the folder. What the cache (`rendered/`) lacks is made from its sources
 * first; what no render has used for two weeks leaves it.
 * @throws where the cache has lost a source that is needed
 */
export async function renderPictures(
  files: Iterable<PictureFile | OpenGraphFile>,
  { cache, directory, now }: { cache: ImageCache; directory: string; now: number },
): Promise<RenderedPictures> {
  const rendered = path.join(cache.directory, 'rendered');
  const target = path.join(directory, '_images');
  const wanted = new Map(Array.from(files, (file) => [file.name, file]));
  if (wanted.size > 0) await mkdir(target, { recursive: true });
  await mkdir(rendered, { recursive: true });

  let made = 0;
  const limit = pLimit(workers);
  await limit.map(wanted.values(), async (file) => {
    const kept = path.join(rendered, file.name);
    if (!existsSync(kept)) {
      await makeFile(file, cache, kept);
      made += 1;
    }
    await markUsed(kept, now);
    await place(kept, path.join(target, file.name));
  });
  await prune(rendered, now);
  return { files: wanted.size, made };
}

async function makeFile(
  file: PictureFile | OpenGraphFile,
  cache: ImageCache,
  target: string,
): Promise<void> {
  const partial = `${target}.${randomBytes(4).toString('hex')}.partial`;
  try {
    if ('drawing' in file) await writeFile(partial, await drawOpenGraph(file.drawing));
    else await resize(file, cache.requireSource(file.digest), partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function resize(
  { width, height, format }: PictureFile,
  source: string,
  target: string,
): Promise<void> {
  const picture = sharp(source, { pages: 1, sequentialRead: true })
    .autoOrient()
    .resize({ width, height, fit: 'cover' });
  await encoders[format](picture).toFile(target);
}

/** Settings at which both look alike. */
const encoders: Record<PictureFormat, (picture: Sharp) => Sharp> = {
  webp: (picture) => picture.webp({ quality: 76, effort: 4 }),
  avif: (picture) => picture.avif({ quality: 55, effort: 2 }),
};

/** A link costs neither time nor space; other file systems get a copy. */
async function place(kept: string, target: string): Promise<void> {
  try {
    await link(kept, target);
  } catch {
    await copyFile(kept, target);
  }
}

async function markUsed(file: string, now: number): Promise<void> {
  if (Math.abs((await stat(file)).mtimeMs - now) < markedEveryMs) return;
  const time = new Date(now);
  await utimes(file, time, time);
}

async function prune(rendered: string, now: number): Promise<void> {
  for (const name of await readdir(rendered)) {
    const file = path.join(rendered, name);
    if ((await stat(file)).mtimeMs < now - keptDays * dayMs) await rm(file, { force: true });
  }
}
