import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createMovingCatalog,
  dumpSnapshot,
  movingCourse,
  movingProgram,
  type MovingContent,
} from '../test/moving-catalog.ts';
import type { Sandbox } from '#sandbox';
import { findCurrentSnapshot, openCurrentSnapshot } from './index.ts';
import type { GateRule } from './sync.ts';

const refusedCore = { match: { path: /enterprise-catalogs\/core$/ }, status: 403, body: '{}' };
let company: ReturnType<typeof createMovingCatalog>;

beforeEach(() => {
  company = createMovingCatalog(createContent(20));
});

afterEach(() => {
  company.remove();
});

function createContent(size: number): MovingContent {
  const keys = Array.from({ length: size }, (_, index) => `A+${index}`);
  return {
    catalogs: {
      core: { title: 'Core', stamp: 0, courses: keys, programs: ['p0', 'p1'], runs: [] },
      other: { title: 'Other', stamp: 0, courses: ['B+0'], programs: [], runs: [] },
    },
    courses: Object.fromEntries([...keys, 'B+0'].map((key) => [key, movingCourse(key)])),
    programs: { p0: movingProgram('p0'), p1: movingProgram('p1') },
    runs: {},
  };
}

const core = () => company.content.catalogs['core'] ?? expect.unreachable();
const current = () => path.basename(findCurrentSnapshot(company.directory) ?? '', '.sqlite');
const storedKeys = () =>
  [...openCurrentSnapshot(company.directory).outlines('course')].map(({ item }) => item.key);

describe('the plausibility gate', () => {
  const change = {
    'catalog-vanished': () => {
      delete company.content.catalogs['other'];
    },
    'courses-dropped': () => core().courses.splice(5),
    'runs-dropped': () => {
      for (let index = 0; index < 10; index += 1) {
        company.content.courses[`A+${index}`] = movingCourse(`A+${index}`, { course_runs: [] });
      }
    },
    'programs-dropped': () => core().programs.splice(1),
    'enrollment-links-dropped': () => {
      for (let index = 0; index < 10; index += 1) {
        company.content.courses[`A+${index}`] = movingCourse(`A+${index}`, {
          enrollment_url: null,
        });
      }
    },
    'items-refused': () => {
      company.content.courses['A+3'] = movingCourse('A+3', { title: 5 });
    },
    'field-gone': () => {
      for (const key of Object.keys(company.content.courses)) {
        company.content.courses[key] = movingCourse(key, { card_image_url: null });
      }
    },
  } as const;
  const words = {
    'catalog-vanished': /1 catalog has vanished: there were 2, there are 1\. Gone: Other\./,
    'courses-dropped':
      /There were 21 courses, there are 6: 71\.4 % fewer, and 20 % are allowed\. Gone: A\+10, A\+11, A\+12, A\+13, A\+14 and 10 more\./,
    'runs-dropped':
      /There were 21 course runs, there are 11: 47\.6 % fewer.*course-v1:A\+0\+1T2026/,
    'programs-dropped': /There were 2 programs, there are 1: 50 % fewer.*Gone: p1\./,
    'enrollment-links-dropped': /There were 21 enrollment links, there are 11.*Gone: A\+0, A\+1/,
    'items-refused':
      /1 of 23 entries could not be understood: 4\.3 %, and 2 % are allowed\. First of them: course A\+3\./,
    'field-gone': /No course has an image any more: 21 of 21 had one, 0 of 21 have/,
  } as const;

  const also: Partial<Record<keyof typeof change, GateRule[]>> = {
    'courses-dropped': ['courses-dropped', 'runs-dropped', 'enrollment-links-dropped'],
    'runs-dropped': ['runs-dropped', 'field-gone'],
  };

  test.each(Object.keys(change) as (keyof typeof change)[])('%s', async (rule) => {
    const { report } = await company.sync();
    change[rule]();
    company.touch('core', 'other');
    const refused = await company.sync().catch((error: unknown) => error);

    expect(refused).toMatchObject({ rule, name: 'SyncRefusedError' });
    expect(String(refused)).toMatch(words[rule]);
    expect(String(refused)).toContain(`npm run sync -- --accept ${rule}`);
    expect(current()).toBe(report.snapshot);

    const accepted = await company.sync({ hours: 1, accept: also[rule] ?? [rule] });
    expect(accepted.report.accepted[0]).toMatch(words[rule]);
    expect(current()).not.toBe(report.snapshot);
    // What was read for the one that was refused is not read again.
    expect(accepted.asked).toEqual(['/']);

    const after = await company.sync();
    expect(after.report.outcome).toBe('unchanged');
  });

  test('says every rule that is broken at once, by the limits that are set', async () => {
    await company.sync();
    core().courses.splice(17);
    core().programs.splice(1);
    company.touch('core');
    const limits = { courses: 0.1, runs: 0.5, programs: 0.1, enrollmentLinks: 0.5, refused: 1 };
    const refused = await company.sync({ policy: { limits } }).catch((error: unknown) => error);

    expect(String(refused)).toMatch(/courses-dropped.*10 % are allowed/);
    expect(String(refused)).toMatch(/programs-dropped/);
    expect(String(refused)).not.toMatch(/runs-dropped/);
  });
});

describe('one catalog fails', () => {
  test('its last copy is kept and dated, the others move on', async () => {
    await company.sync();
    company.content.courses['B+0'] = movingCourse('B+0', { title: 'Moved on' });
    core().courses.splice(0, 2);
    company.touch('core', 'other');
    const night = await company.sync({ prepare: ({ faults }) => faults.add(refusedCore) });

    expect(night.report.catalogs).toMatchObject([
      { title: 'Core', state: 'kept', readAt: '2026-11-24T06:00:00.000Z' },
      { title: 'Other', state: 'read' },
    ]);
    expect(night.report.catalogs[0]?.keptBecause).toMatch(/403/);
    expect(storedKeys()).toContain('A+0');
    const snapshot = openCurrentSnapshot(company.directory);
    expect(snapshot.findByKey('course', 'B+0')?.item.title).toBe('Moved on');

    const healed = await company.sync();
    expect(healed.report.catalogs[0]?.state).toBe('read');
    expect(storedKeys()).not.toContain('A+0');
  });

  test('a walk that lost a page deletes nothing', async () => {
    company.remove();
    company = createMovingCatalog(createContent(250));
    await company.sync();
    core().courses.splice(0, 1);
    company.content.courses['A+1'] = movingCourse('A+1', { title: 'New title' });
    company.touch('core');
    const { report } = await company.sync({
      prepare: ({ faults }) =>
        faults.add({
          match: { path: /core$/, query: { page: '2' } },
          status: 200,
          body: '<html>not today</html>',
        }),
    });

    expect(report.catalogs[0]).toMatchObject({ state: 'kept' });
    expect(report.catalogs[0]?.keptBecause).toMatch(/Page 2 is lost/);
    expect(storedKeys()).toHaveLength(251);
    const snapshot = openCurrentSnapshot(company.directory);
    expect(snapshot.findByKey('course', 'A+1')?.item.title).toBe('New title');
  });

  test('past its age it is refused', async () => {
    await company.sync();
    company.touch('core');
    company.pass(20);
    const refused = await company
      .sync({ prepare: ({ faults }) => faults.add(refusedCore) })
      .catch((error: unknown) => error);

    expect(refused).toMatchObject({ rule: 'catalog-failed', exitCode: 17 });
    expect(String(refused)).toMatch(/"Core" could not be read, and its last copy is 21 days old/);
    const { report } = await company.sync({
      accept: ['catalog-failed'],
      prepare: ({ faults }) => faults.add(refusedCore),
    });
    expect(report.catalogs[0]?.state).toBe('kept');
  });

  test('without a copy the sync fails and says so', async () => {
    await expect(
      company.sync({ prepare: ({ faults }) => faults.add(refusedCore) }),
    ).rejects.toThrow(/"Core" could not be read whole, and there is no earlier copy/);
  });

  test('where all fail, the API is down and nothing is published', async () => {
    const { report } = await company.sync();
    company.touch('core', 'other');
    const fault = { match: { route: 'content' as const }, status: 403, body: '{}' };

    await expect(company.sync({ prepare: ({ faults }) => faults.add(fault) })).rejects.toThrow(
      /No catalog could be read\. .*403/,
    );
    expect(current()).toBe(report.snapshot);
  });
});

describe('a sync that was cut off', () => {
  const cutAtPage = (page: string) => ({
    match: { path: /core$/, query: { page } },
    hangUp: true as const,
  });

  beforeEach(() => {
    company.remove();
    company = createMovingCatalog(createContent(450));
  });

  test('goes on with the pages that it has, and says so', async () => {
    await expect(
      company.sync({ prepare: ({ faults }) => faults.add(cutAtPage('4')) }),
    ).rejects.toThrow();
    const { asked, report } = await company.sync({ hours: 2 });

    expect(asked).toEqual(['/', '/core?page=4', '/core?page=5', '/other']);
    expect(report).toMatchObject({ isResumed: true, stored: { courses: 451 } });
    expect(report.catalogs[0]).toMatchObject({ pages: 5, resumedPages: 3 });
    expect(dumpSnapshot(company.directory)).toEqual(dumpSnapshot(await company.syncAnew()));
  });

  test('reads again what changed meanwhile, and what has grown old', async () => {
    await expect(
      company.sync({ prepare: ({ faults }) => faults.add(cutAtPage('4')) }),
    ).rejects.toThrow();
    company.touch('core');
    const changed = await company
      .sync({
        hours: 2,
        prepare: ({ faults }) => faults.add(cutAtPage('5')),
      })
      .catch(() => undefined);
    const old = await company.sync({ hours: 8 });

    expect(changed).toBeUndefined();
    expect(old.asked.filter((one) => one.startsWith('/core'))).toHaveLength(5);
  });

  test('of a full sync is no beginning of another kind of sync', async () => {
    await company.sync();
    await expect(
      company.sync({
        full: true,
        prepare: ({ faults }) => faults.add({ match: { path: /other$/ }, hangUp: true }),
      }),
    ).rejects.toThrow();
    const { asked, report } = await company.sync();

    expect(report.outcome).toBe('unchanged');
    expect(asked).toEqual(['/']);
  });

  test('and left a file that cannot be read is begun anew', async () => {
    await expect(
      company.sync({ prepare: ({ faults }) => faults.add(cutAtPage('4')) }),
    ).rejects.toThrow();
    const left = readdirSync(company.directory).find((name) => name.endsWith('.partial')) ?? '';
    writeFileSync(path.join(company.directory, left), 'no database');
    const { report } = await company.sync();

    expect(report).toMatchObject({ isResumed: false, stored: { courses: 451 } });
    expect(readdirSync(company.directory).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('moving ground', () => {
  beforeEach(() => {
    company.remove();
    company = createMovingCatalog(createContent(450));
  });

  test.each([
    ['items that wander between pages', { reshuffle: 3, seed: 3, times: 5 }],
    ['a count that changes', { count: { shrinkBy: 2 }, times: 3 }],
    ['an end that comes too early', { next: 'null' as const, skip: 2, times: 1 }],
    ['items that leave meanwhile', { changeAfterPage: { page: 1, remove: 2 }, times: 5 }],
  ])('%s: is read again until it stands', async (_, fault) => {
    const { report } = await company.sync({
      prepare: ({ faults }) => faults.add({ match: { path: /core$/ }, ...fault }),
    });

    expect(report.stored.courses).toBe(451);
    expect(report.catalogs[0]?.passes).toBeGreaterThan(1);
    expect(report.catalogs[0]?.notes.join(' ')).toMatch(/Read \d times/);
  });

  test('that never comes to rest keeps all that was seen, and says what it could not settle', async () => {
    await company.sync();
    company.touch('core');
    const { report } = await company.sync({
      prepare: ({ faults }) =>
        faults.add({ match: { path: /core$/ }, reshuffle: 3, chance: 0.8, seed: 9 }),
    });

    expect(report.stored.courses).toBe(451);
    expect(report.catalogs[0]).toMatchObject({ passes: 3 });
    expect(report.catalogs[0]?.notes.join(' ')).toMatch(/still not settled: \d+ items came twice/);
  });

  test('a list that names an item twice every time is how the list is', async () => {
    core().courses.push('A+5');
    const { report } = await company.sync();

    expect(report.catalogs[0]).toMatchObject({ passes: 2 });
    expect(report.stored.courses).toBe(451);
  });
});

describe('odd circumstances', () => {
  test('two syncs at once: the second says so and leaves', async () => {
    const asked: { sandbox?: Sandbox } = {};
    const slow = company.sync({
      prepare(sandbox) {
        sandbox.faults.add({ delayMs: 300 });
        asked.sandbox = sandbox;
      },
    });
    // It asks for something only once the folder is its own.
    while ((asked.sandbox?.requests.length ?? 0) === 0) await sleep(10);

    await expect(company.sync()).rejects.toThrow(/Another sync is at work in .*snapshot/);
    expect((await slow).report.outcome).toBe('new');
  });

  test('a clock that has been wrong by years makes it read again, not believe the future', async () => {
    await company.sync({ clock: () => Date.parse('2036-01-01T00:00:00Z') });
    const { report } = await company.sync();

    expect(report.catalogs.map(({ state }) => state)).toEqual(['read', 'read']);
    expect(current()).toBe(report.snapshot);
    expect((await company.sync()).report.outcome).toBe('unchanged');
  });

  test.each(['', '{"id":"../../etc"}', '{"id":"gone"}'])(
    'a pointer of %o leads to the latest whole snapshot',
    async (text) => {
      const { report } = await company.sync();
      writeFileSync(path.join(company.directory, 'current.json'), text);

      expect(current()).toBe(report.snapshot);
      expect((await company.sync()).report.outcome).toBe('unchanged');
    },
  );

  test('no work is left behind by a sync that went well', async () => {
    await company.sync();

    expect(existsSync(company.directory)).toBe(true);
    expect(readdirSync(company.directory).toSorted()).toEqual([
      `${current()}.sqlite`,
      'current.json',
      'lock',
    ]);
  });
});

test('what a refused sync had read gives way to what the next one reads', async () => {
  await company.sync();
  company.content.courses['A+1'] = movingCourse('A+1', { outcome: '<p>Wrong</p>', title: 'Wrong' });
  core().courses.splice(5);
  company.touch('core');
  await expect(company.sync()).rejects.toThrow(/courses-dropped/);
  company.content.courses['A+1'] = movingCourse('A+1');
  core().courses = Array.from({ length: 20 }, (_, index) => `A+${index}`);
  company.touch('core');
  await company.sync();

  expect(dumpSnapshot(company.directory)).toEqual(dumpSnapshot(await company.syncAnew()));
});
