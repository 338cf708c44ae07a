import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { distPaths, publishDist, repairBeforeUse, rollbackDist, whileLocked } from './dist.ts';

let root: string;
let paths: ReturnType<typeof distPaths>;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'dist-'));
  paths = distPaths(path.join(root, 'dist'));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

type Place = 'dist' | 'staging' | 'previous' | 'discarded' | 'aside';
type Sites = Partial<Record<Place, string>>;
const places = ['dist', 'staging', 'previous', 'discarded', 'aside'] as const;

/** Sites by their names; a staged one is whole unless its name says otherwise. */
function lay(sites: Sites): void {
  for (const place of places) {
    const name = sites[place];
    if (name === undefined) continue;
    mkdirSync(path.join(paths[place], 'client'), { recursive: true });
    writeFileSync(path.join(paths[place], 'client/index.html'), name);
    if (name !== 'unfinished') writeFileSync(path.join(paths[place], 'build.json'), '{}');
  }
}

function found(): Sites {
  return Object.fromEntries(
    places.flatMap((place) => {
      const file = path.join(paths[place], 'client/index.html');
      return existsSync(file) ? [[place, readFileSync(file, 'utf8')]] : [];
    }),
  );
}

test('publishing and rolling back exchange whole sites', () => {
  lay({ dist: 'second', staging: 'third', previous: 'first' });

  publishDist(paths);
  expect(found()).toEqual({ dist: 'third', previous: 'second' });
  rollbackDist(paths);
  expect(found()).toEqual({ dist: 'second', previous: 'third' });
  rollbackDist(paths);
  expect(found()).toEqual({ dist: 'third', previous: 'second' });
});

describe('a command that was killed', () => {
  const states: [name: string, left: Sites, repaired: Sites][] = [
    [
      'while pages were written',
      { dist: 'second', staging: 'unfinished', previous: 'first' },
      { dist: 'second', staging: 'unfinished', previous: 'first' },
    ],
    [
      'before anything was exchanged',
      { dist: 'second', staging: 'third', previous: 'first' },
      { dist: 'second', staging: 'third', previous: 'first' },
    ],
    [
      'when the site before the last was on its way out',
      { dist: 'second', staging: 'third', discarded: 'first' },
      { dist: 'second', staging: 'third', previous: 'first' },
    ],
    [
      'between the last site and the new one',
      { staging: 'third', previous: 'second', discarded: 'first' },
      { dist: 'third', previous: 'second' },
    ],
    [
      'between the only site and the new one',
      { staging: 'second', previous: 'first' },
      { dist: 'second', previous: 'first' },
    ],
    [
      'when all was done but the removing',
      { dist: 'third', previous: 'second', discarded: 'first' },
      { dist: 'third', previous: 'second' },
    ],
    [
      'by a rollback that had taken the site away',
      { previous: 'first', aside: 'second' },
      { dist: 'second', previous: 'first' },
    ],
    [
      'by a rollback that had brought the earlier one back',
      { dist: 'first', aside: 'second' },
      { dist: 'first', previous: 'second' },
    ],
    [
      'with a staged site that is not whole',
      { staging: 'unfinished', previous: 'first' },
      { dist: 'first', staging: 'unfinished' },
    ],
    ['in the very first build', { staging: 'unfinished' }, { staging: 'unfinished' }],
  ];

  test.each(states)('%s: the next one finds a whole site', async (_, left, repaired) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    lay(left);

    await whileLocked(paths, () => expect(found()).toEqual(repaired));

    const isMoved = left.dist === undefined && repaired.dist !== undefined;
    expect(warn).toHaveBeenCalledTimes(isMoved ? 1 : 0);
  });

  test('serving finds one too', () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    lay({ previous: 'first' });

    repairBeforeUse(paths);

    expect(found()).toEqual({ dist: 'first' });
  });
});

describe('two at once', () => {
  test('the second says so and touches nothing', async () => {
    lay({ previous: 'first' });
    vi.spyOn(console, 'warn').mockReturnValue();
    await whileLocked(paths, async () => {
      rmSync(paths.dist, { recursive: true });
      lay({ previous: 'first' });
      const second = whileLocked(paths, () => rollbackDist(paths));

      await expect(second).rejects.toThrow(/Another build is at work on .*dist/);
      repairBeforeUse(paths);
      expect(found()).toEqual({ previous: 'first' });
    });
  });

  test('one that failed lets the next one in', async () => {
    const failed = whileLocked(paths, () => {
      throw new Error('no');
    });

    await expect(failed).rejects.toThrow('no');
    await whileLocked(paths, () => undefined);
  });
});
