import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Where a site is built until it is whole. */
export const stagingDirectory = path.resolve('.prospectus/staging');

const dist = path.resolve('dist');
const previous = path.resolve('.prospectus/previous-dist');

/**
 * Puts a whole site in place of `dist` by rename and keeps the one that was there for `npm run rollback`.
 * A rename over a folder that is not empty fails, so it takes two.
 */
export function publishDist(): void {
  mkdirSync(path.dirname(previous), { recursive: true });
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(stagingDirectory, dist);
}

/** Exchanges `dist` and the site before it: a second rollback undoes the first. */
export function rollbackDist(): void {
  if (!existsSync(previous)) {
    throw new Error('There is no earlier site to go back to: dist has been built only once.');
  }
  const aside = path.resolve('.prospectus/rolled-back-dist');
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, aside);
  renameSync(previous, dist);
  if (existsSync(aside)) renameSync(aside, previous);
}
