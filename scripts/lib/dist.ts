import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

export type DistPaths = ReturnType<typeof distPaths>;

/**
 * Where a site is built and kept. `staging` is on the same file system as `dist`, so that a whole site can be
 * put in its place by rename; `previous` is the site before it.
 */
export function distPaths(directory = 'dist') {
  const dist = path.resolve(directory);
  const work = path.join(path.dirname(dist), '.prospectus');
  return {
    dist,
    staging: path.join(work, 'staging'),
    previous: path.join(work, 'previous-dist'),
  };
}

/** Puts the staged site in place of `dist`. A rename over a folder that is not empty fails, so it takes two. */
export function publishDist({ dist, staging, previous }: DistPaths): void {
  mkdirSync(path.dirname(previous), { recursive: true });
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(staging, dist);
}

/** Exchanges `dist` and the site before it: a second rollback undoes the first. */
export function rollbackDist({ dist, previous }: DistPaths): void {
  if (!existsSync(previous)) {
    throw new Error('There is no earlier site to go back to: dist has been built only once.');
  }
  const aside = `${previous}.aside`;
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, aside);
  renameSync(previous, dist);
  if (existsSync(aside)) renameSync(aside, previous);
}
