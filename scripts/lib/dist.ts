import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { takeLock } from '#file-lock';

export type DistPaths = ReturnType<typeof distPaths>;

/** Written last of all, so that a folder which holds it is whole and has been checked. */
export const buildRecordFile = 'build.json';

/**
 * Where a site is built and kept. `staging` is on the same file system as `dist`, so that a whole site can be
 * put in its place by rename; `previous` is the site before it.
 */
export function distPaths(directory = 'dist') {
  const dist = path.resolve(directory);
  const work = path.join(path.dirname(dist), '.prospectus');
  // A folder of its own for each, so that a site that is built elsewhere leaves this one's alone.
  const name = path.basename(dist);
  const previous = path.join(work, `previous-${name}`);
  return {
    dist,
    staging: path.join(work, name === 'dist' ? 'staging' : `staging-${name}`),
    previous,
    /** The site before the previous one, on its way out. */
    discarded: `${previous}.discarded`,
    /** `dist` while a rollback exchanges the two. */
    aside: `${previous}.aside`,
    lock: path.join(work, name === 'dist' ? 'build-lock' : `build-lock-${name}`),
  };
}

/**
 * Does the work as the only process that builds or exchanges this `dist`, after repairing what one that was
 * killed has left.
 * @throws an Error where another process is at it
 */
export async function whileLocked(
  paths: DistPaths,
  work: () => Promise<void> | void,
): Promise<void> {
  const unlock = requireLock(paths.lock, paths.dist);
  try {
    repairDist(paths);
    await work();
  } finally {
    unlock();
  }
}

/**
 * Does the work as the only one that renders in this project, whatever its `dist`: Astro's working folder is the
 * same for all of them.
 * @throws an Error where another process is at it
 */
export async function whileRendering<Result>(work: () => Promise<Result>): Promise<Result> {
  const unlock = requireLock(path.resolve('.prospectus', 'render-lock'), process.cwd());
  try {
    return await work();
  } finally {
    unlock();
  }
}

/** Repairs what a killed command has left, where no other command is at work on it. */
export function repairBeforeUse(paths: DistPaths): void {
  const unlock = takeLock(paths.lock);
  if (unlock === undefined) return;
  try {
    repairDist(paths);
  } finally {
    unlock();
  }
}

/** Puts the staged site in place of `dist`. A rename over a folder that is not empty fails, so it takes three. */
export function publishDist({ dist, staging, previous, discarded }: DistPaths): void {
  mkdirSync(path.dirname(previous), { recursive: true });
  // Removing takes a while, and a folder that is half removed must not be taken for a site.
  if (existsSync(previous)) renameSync(previous, discarded);
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(staging, dist);
  rmSync(discarded, { recursive: true, force: true });
}

/** Exchanges `dist` and the site before it: a second rollback undoes the first. */
export function rollbackDist({ dist, previous, aside }: DistPaths): void {
  if (!existsSync(previous)) {
    throw new Error('There is no earlier site to go back to: dist has been built only once.');
  }
  if (existsSync(dist)) renameSync(dist, aside);
  renameSync(previous, dist);
  if (existsSync(aside)) renameSync(aside, previous);
}

function requireLock(file: string, place: string): () => void {
  const unlock = takeLock(file);
  if (unlock !== undefined) return unlock;
  throw new Error(
    `Another build is at work on ${place}. This one leaves it alone; wait until it has ended.`,
  );
}

/**
 * Ends what a killed `publishDist` or `rollbackDist` has begun, or takes it back, so that `dist` is a whole site
 * wherever one is left, and says so.
 */
function repairDist({ dist, staging, previous, discarded, aside }: DistPaths): void {
  if (!existsSync(dist)) {
    const isStaged = existsSync(path.join(staging, buildRecordFile));
    const source = [aside, ...(isStaged ? [staging] : []), previous].find((at) => existsSync(at));
    if (source !== undefined) {
      renameSync(source, dist);
      const what =
        source === staging ? 'the last build, which was whole and checked' : 'the last good site';
      console.warn(`${dist} was missing, as after a command that was killed: it is ${what} now.`);
    }
  }
  if (!existsSync(previous)) {
    const source = [aside, discarded].find((at) => existsSync(at));
    if (source !== undefined) renameSync(source, previous);
  }
  for (const rest of [aside, discarded]) rmSync(rest, { recursive: true, force: true });
}
