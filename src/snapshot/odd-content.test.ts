import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMovingCatalog, movingCourse, type MovingContent } from '../test/moving-catalog.ts';
import { openCurrentSnapshot } from './index.ts';

let company: ReturnType<typeof createMovingCatalog>;

beforeEach(() => {
  const keys = ['A+0', 'A+1', 'A+2'];
  const content: MovingContent = {
    catalogs: {
      core: { title: 'Core', stamp: 0, courses: keys, programs: [], runs: [] },
      other: { title: 'Other', stamp: 0, courses: ['A+0'], programs: [], runs: [] },
    },
    courses: Object.fromEntries(keys.map((key) => [key, movingCourse(key)])),
    programs: {},
    runs: {},
  };
  company = createMovingCatalog(content);
});

afterEach(() => {
  company.remove();
});

const storedCourse = (key: string) => {
  const snapshot = openCurrentSnapshot(company.directory);
  const course = snapshot.findByKey('course', key)?.item;
  snapshot.close();
  return course;
};

test('a description of 30 MB is cut at the end of a block, and that is noted', async () => {
  const paragraph = `<p>${'All about it. '.repeat(700)}</p>`;
  const full = paragraph.repeat(Math.ceil(30_000_000 / paragraph.length));
  company.content.courses['A+1'] = movingCourse('A+1', { full_description: full });
  const { report } = await company.sync();
  const course = storedCourse('A+1');

  expect(course?.isTextCut).toBe(true);
  expect(course?.fullDescription?.length).toBeLessThanOrEqual(65_536);
  expect(course?.fullDescription).toMatch(/<\/p>$/);
  expect(report.notes).toContainEqual(
    expect.objectContaining({ key: 'A+1', path: 'full_description' }),
  );
  expect(report.bytes).toBeGreaterThan(30_000_000);
});

test('a page over the limit of a body is refused by its number, and says why', async () => {
  await company.sync();
  company.content.courses['A+1'] = movingCourse('A+1', {
    full_description: 'x'.repeat(34_000_000),
  });
  company.touch('core');
  const { report } = await company.sync();

  expect(report.catalogs[0]).toMatchObject({ state: 'kept' });
  expect(report.catalogs[0]?.keptBecause).toMatch(/core is larger than 32 MB/);
  expect(storedCourse('A+1')?.title).toBe('Course A+1');
});

test('control characters, unknown fields and odd types do no harm', async () => {
  company.content.courses['A+1'] = movingCourse('A+1', {
    title: 'Bell\u0007 and null\u0000 and \u202Etext\u202C \uD800',
    brand_new_field: { deeply: [{ nested: true }] },
    short_description: '<p>One\u0000two\u001B[31m</p>',
  });
  const { report } = await company.sync();
  const course = storedCourse('A+1');

  expect(report.refused).toEqual([]);
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  expect(JSON.stringify([course?.title, course?.summary])).not.toMatch(/[\u0000-\u001f]|\\u00[01]/);
  expect(course?.summary).toMatch(/^One ?two/);
});

test('an item of a kind that nobody knows is refused by name, and costs no other', async () => {
  company.content.courses['A+1'] = movingCourse('A+1', { content_type: 'learnerpathway' });
  const { report } = await company.sync({ accept: ['items-refused'] });

  expect(report.refused).toMatchObject([
    { kind: 'unknown', key: 'A+1', problems: [{ path: 'content_type' }] },
  ]);
  expect(report.stored.courses).toBe(2);
});
