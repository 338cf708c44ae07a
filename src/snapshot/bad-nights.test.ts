import { copyFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createMovingCatalog,
  movingCourse,
  movingProgram,
  type MovingContent,
  type NightOptions,
} from '../test/moving-catalog.ts';
import { findCurrentSnapshot, openCurrentSnapshot } from './index.ts';

let company: ReturnType<typeof createMovingCatalog>;

afterEach(() => {
  company.remove();
});

/** Two catalogs, each with courses of its own; the first course names the programs. */
function start(first: number, second: number, programs: string[] = []): MovingContent {
  const keysOf = (letter: string, size: number): string[] =>
    Array.from({ length: size }, (_, index) => `${letter}+${index}`);
  const [own, other] = [keysOf('A', first), keysOf('B', second)];
  const named = programs.map((uuid) => ({ uuid, title: `Program ${uuid}` }));
  const content: MovingContent = {
    catalogs: {
      core: { title: 'Core', stamp: 0, courses: own, programs: [], runs: [] },
      other: { title: 'Other', stamp: 0, courses: other, programs: [], runs: [] },
    },
    courses: Object.fromEntries(
      [...own, ...other].map((key) => [
        key,
        movingCourse(key, { programs: key === 'A+0' ? named : [] }),
      ]),
    ),
    programs: Object.fromEntries(programs.map((uuid) => [uuid, movingProgram(uuid)])),
    runs: {},
  };
  company = createMovingCatalog(content);
  return content;
}

function countCourses(): number {
  const snapshot = openCurrentSnapshot(company.directory);
  const { length } = [...snapshot.outlines('course')];
  snapshot.close();
  return length;
}

const titleOf = (kind: 'course' | 'program', key: string): string | undefined => {
  const snapshot = openCurrentSnapshot(company.directory);
  const item = snapshot.findByKey(kind, key)?.item;
  snapshot.close();
  return item?.title;
};

const failing = (pattern: RegExp, status: number): NightOptions => ({
  prepare: ({ faults }) => faults.add({ match: { path: pattern }, status, body: '{}' }),
});

describe('a list that ends too soon, every time, deletes nothing', () => {
  const page = { path: /core$/, query: { page: '2' } };

  test.each([
    ['the page is gone', { match: page, status: 404, body: { detail: 'Invalid page.' } }],
    ['no next', { match: { path: /core$/ }, next: 'null' as const }],
    ['an empty page', { match: page, set: { results: [], next: null } }],
  ])('%s', async (_, fault) => {
    start(140, 600);
    await company.sync();
    company.touch('core');
    const { report } = await company.sync({ prepare: ({ faults }) => faults.add(fault) });

    expect(countCourses()).toBe(740);
    expect(report.catalogs[0]?.notes.join(' ')).toMatch(/not settled|Far shorter/);
    const healed = await company.sync();
    expect(healed.asked).toContain('/core');
    expect(countCourses()).toBe(740);
  });
});

test('a refused night is not built upon when the service has healed', async () => {
  const content = start(20, 1);
  await company.sync();
  const courses = content.catalogs['core']?.courses ?? [];
  const gone = courses.splice(5);
  company.touch('core');
  await expect(company.sync()).rejects.toThrow(/courses-dropped/);
  courses.push(...gone);
  const { report } = await company.sync();

  expect(report.stored.courses).toBe(21);
});

describe('a last snapshot that is of no use', () => {
  test.each([
    ['is garbage', (file: string) => writeFileSync(file, 'garbage')],
    ['is empty', (file: string) => truncateSync(file)],
    ['is half a file', (file: string) => truncateSync(file, 8192)],
  ])('it %s: the one before it stands in', async (_, damage) => {
    const content = start(20, 1);
    await company.sync();
    content.courses['A+1'] = movingCourse('A+1', { title: 'New' });
    company.touch('core');
    await company.sync();
    damage(findCurrentSnapshot(company.directory) ?? '');
    const { report } = await company.sync();

    expect(report.changes?.changed.map(({ title }) => title)).toEqual(['New']);
    expect(titleOf('course', 'A+1')).toBe('New');
  });

  test('it was written by another version: its report is compared with', async () => {
    const content = start(20, 1);
    await company.sync();
    const database = new DatabaseSync(findCurrentSnapshot(company.directory) ?? '');
    database.exec("UPDATE meta SET value = '0' WHERE name = 'schemaVersion'; DROP TABLE details;");
    database.close();
    content.catalogs['core']?.courses.splice(2);

    await expect(company.sync()).rejects.toThrow(/There were 21 courses, there are 3/);
  });

  test('its pointer is missing: the latest one is it', async () => {
    start(3, 1);
    const { report } = await company.sync();
    rmSync(path.join(company.directory, 'current.json'));

    expect(findCurrentSnapshot(company.directory)).toContain(report.snapshot);
    expect((await company.sync()).report.outcome).toBe('unchanged');
  });
});

describe('details', () => {
  test('what leaves a listing and is still named is asked for', async () => {
    const content = start(3, 1, ['p']);
    content.catalogs['core']?.programs.push('p');
    await company.sync();
    content.catalogs['core']?.programs.pop();
    company.touch('core');
    const { asked } = await company.sync();

    expect(asked).toEqual(['/', '/core', '/core/programs/p']);
    expect(titleOf('program', 'p')).toBe('Program p');
  });

  test('one that failed is asked for again the next night', async () => {
    const content = start(3, 1, ['p']);
    await company.sync(failing(/programs\/p$/, 500));
    expect(titleOf('program', 'p')).toBeUndefined();
    const { asked } = await company.sync();

    expect(asked).toEqual(['/', '/core/programs/p']);
    expect(titleOf('program', 'p')).toBe('Program p');
    content.programs['p'] = movingProgram('p', { title: 'New' });
    content.courses['A+0'] = movingCourse('A+0', {
      programs: [{ uuid: 'p', title: 'P' }],
      title: 'Moved',
    });
    company.touch('core');
    await company.sync(failing(/programs\/p$/, 500));
    await company.sync();
    expect(titleOf('program', 'p')).toBe('New');
  });

  test('those that are not to be had do not hold up the others', async () => {
    const uuids = Array.from({ length: 14 }, (_, index) => `p${index}`);
    const content = start(3, 1, uuids);
    await company.sync();
    delete content.programs['p0'];
    delete content.programs['p1'];
    const asked = new Set<string>();
    for (let night = 0; night < 16; night += 1) {
      for (const address of (await company.sync()).asked) asked.add(address);
    }

    expect([...asked].filter((address) => address.includes('/programs/'))).toHaveLength(14);
    expect(titleOf('program', 'p0')).toBe('Program p0');
  });

  test('a sync that is cut off among them keeps those that it has', async () => {
    const uuids = Array.from({ length: 60 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    start(3, 1, uuids);
    const cut = { match: { path: /programs\/p50$/ }, hangUp: true as const };
    await expect(company.sync({ prepare: ({ faults }) => faults.add(cut) })).rejects.toThrow();
    const { asked } = await company.sync({ hours: 1 });

    expect(asked.filter((address) => address.includes('/programs/'))).toHaveLength(20);
  });

  test('a copy of a snapshot that says nothing of its purpose is not gone on with', async () => {
    start(3, 1);
    await company.sync();
    const current = findCurrentSnapshot(company.directory) ?? '';
    copyFileSync(current, path.join(company.directory, '20990101T000000Z-abcdef.partial'));
    company.touch('core');
    const { report } = await company.sync();

    expect(report.isResumed).toBe(false);
    expect(readdirSync(company.directory).filter((name) => /partial|copy/.test(name))).toEqual([]);
  });
});

test('a new catalog that fails is refused, or left out where the operator says so', async () => {
  const content = start(3, 1);
  await company.sync();
  content.catalogs['late'] = { title: 'Late', stamp: 0, courses: ['A+0'], programs: [], runs: [] };
  const refused = await company.sync(failing(/late$/, 403)).catch((error: unknown) => error);

  expect(refused).toMatchObject({ rule: 'catalog-failed', exitCode: 17 });
  const { report } = await company.sync({ ...failing(/late$/, 403), accept: ['catalog-failed'] });
  expect(report.catalogs.map(({ title }) => title)).toEqual(['Core', 'Other']);
});

test('a clock that was wrong says nothing of the age of a copy', async () => {
  start(3, 1);
  await company.sync({ clock: () => Date.parse('2036-01-01T00:00:00Z') });
  company.touch('core');

  await expect(company.sync(failing(/core$/, 403))).rejects.toThrow(
    /its last copy is of a date to come/,
  );
});

test('a field that is lost catalog by catalog is noticed', async () => {
  const content = start(10, 10);
  await company.sync();
  for (let index = 0; index < 10; index += 1) {
    content.courses[`B+${index}`] = movingCourse(`B+${index}`, { card_image_url: null });
  }
  company.touch('other');

  await expect(company.sync()).rejects.toThrow(
    /field-gone: Far fewer have an image: 20 of 20 courses had one, 10 of 20 have/,
  );
});

test('a list with a short last page that is gone on with is not taken for one that moved', async () => {
  start(405, 1);
  const cut = { match: { path: /core$/, query: { page: '5' } }, hangUp: true as const };
  await expect(company.sync({ prepare: ({ faults }) => faults.add(cut) })).rejects.toThrow();
  const { asked, report } = await company.sync({ hours: 1 });

  expect(asked.filter((address) => address.startsWith('/core'))).toEqual(['/core?page=5']);
  expect(report.catalogs[0]).toMatchObject({ passes: 1, resumedPages: 4 });
});
