import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseSiteEnvironment } from '#config';
import { findBuildReason } from './build-reason.ts';
import { readBuildInputs, readBuildRecord } from './build-record.ts';
import type { DistPaths } from './dist.ts';
import { render } from './render.ts';

/** Renders the current snapshot where the last build no longer holds, and says why or why not. */
export async function buildIfNeeded(
  paths: DistPaths,
  { force }: { force: boolean },
): Promise<void> {
  const environment = parseSiteEnvironment(process.env);
  const hasSite = existsSync(path.join(paths.dist, 'client', 'index.html'));
  const last = hasSite ? readBuildRecord(paths.dist) : undefined;
  const now = environment.buildNow ?? Date.now();
  const reason = force
    ? 'it is asked for by --force'
    : findBuildReason(last, readBuildInputs(environment), now);
  if (reason === undefined) {
    const until =
      last?.validUntil === undefined ? '' : `; the next date in it is ${last.validUntil}`;
    console.log(
      `Nothing that pages are made of has changed: ${path.relative('', paths.dist)} stays as it is${until}. --force renders it all the same.`,
    );
    return;
  }
  console.log(`Rendering, because ${reason}.`);
  await render(paths);
}
