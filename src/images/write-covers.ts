import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SubjectHue } from '#catalog';
import { drawCover } from './cover.ts';

export interface CoverRequest {
  kind: 'course' | 'program';
  slug: string;
  key: string;
  hue: SubjectHue;
}

const writesInFlight = 64;

/** Writes `covers/{courses,programs}/{slug}.svg` below the folder; returns how many. */
export async function writeCovers(
  requests: Iterable<CoverRequest>,
  directory: string,
): Promise<number> {
  for (const kind of ['courses', 'programs']) {
    await mkdir(path.join(directory, 'covers', kind), { recursive: true });
  }
  let count = 0;
  let writing: Promise<void>[] = [];
  for (const { kind, slug, key, hue } of requests) {
    writing.push(
      writeFile(path.join(directory, 'covers', `${kind}s`, `${slug}.svg`), drawCover(key, hue)),
    );
    count += 1;
    if (writing.length < writesInFlight) continue;
    await Promise.all(writing);
    writing = [];
  }
  await Promise.all(writing);
  return count;
}
