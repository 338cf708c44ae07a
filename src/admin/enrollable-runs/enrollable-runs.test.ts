import { describe, expect, it } from 'vitest';
import {
  EnrollableRunsError,
  formatEnrollableRuns,
  isOpen,
  parseEnrollableRuns,
  readRunKeys,
  searchRuns,
  type EnrollableRun,
} from './index.ts';

const now = Date.parse('2026-11-23T06:00:00Z');

function createRun(overrides: Partial<EnrollableRun> = {}): EnrollableRun {
  return {
    key: 'course-v1:KIT+STAT101x+1T2026',
    courseKey: 'KIT+STAT101x',
    title: 'Statistics for Everyday Decisions',
    partners: ['Kestrel Institute of Technology'],
    start: '2026-09-01T00:00:00.000Z',
    catalogs: ['catalog-1'],
    ...overrides,
  };
}

describe('the file', () => {
  const dataDate = '2026-11-23T02:00:00.000Z';
  const other = createRun({ key: 'course-v1:KIT+STAT101x+2T2025' });

  it('is read as it was written, the same in any order', () => {
    const text = formatEnrollableRuns({ dataDate, runs: [createRun(), other, createRun()] });

    expect(text).toBe(formatEnrollableRuns({ dataDate, runs: [other, createRun()] }));
    expect(parseEnrollableRuns(JSON.parse(text))).toEqual({
      version: 1,
      dataDate,
      runs: [createRun(), other],
    });
  });

  it('may have fields that are not known', () => {
    const run = { ...createRun(), color: 'red' };

    expect(parseEnrollableRuns({ version: 1, dataDate, runs: [run] }).runs).toEqual([createRun()]);
  });

  it.each([
    ['nothing', null, 'the file: '],
    ['a page', '<!doctype html>', 'the file: '],
    ['a list', [], 'the file: '],
    ['another version', { version: 2, dataDate, runs: [] }, 'version: Expected version 1.'],
    ['no date', { version: 1, runs: [] }, 'dataDate: '],
    ['a bad date', { version: 1, dataDate: 'today', runs: [] }, 'dataDate: Expected an ISO date.'],
    [
      'a run without a key',
      { version: 1, dataDate, runs: [{ ...createRun(), key: '' }] },
      'runs.0.key: ',
    ],
    [
      'a path elsewhere',
      { version: 1, dataDate, runs: [createRun({ path: 'https://x.example' })] },
      'runs.0.path: ',
    ],
    ['many problems', { version: 1, dataDate, runs: [{}, {}] }, 'And 5 more.'],
  ])('is refused: %s', (_, json, words) => {
    expect(() => parseEnrollableRuns(json)).toThrow(EnrollableRunsError);
    expect(() => parseEnrollableRuns(json)).toThrow(words);
  });
});

it.each([
  ['without dates', {}, true],
  ['before the deadline', { enrollBy: '2026-11-23T06:00:00Z' }, true],
  ['on the last day', { enrollBy: '2026-11-23' }, true],
  ['after the deadline', { enrollBy: '2026-11-22' }, false],
  ['after the deadline for paid seats', { upgradeBy: '2026-11-23T05:59:59Z' }, false],
  ['after its end', { end: '2026-11-01' }, false],
  ['before its start', { start: '2027-01-01' }, true],
])('a run %s: open %s', (_, overrides, isStillOpen) => {
  expect(isOpen(createRun(overrides), now)).toBe(isStillOpen);
});

describe('searchRuns', () => {
  const statistics = createRun();
  const later = createRun({ key: 'course-v1:KIT+STAT101x+2T2027', start: '2027-02-01' });
  const writing = createRun({
    key: 'course-v1:UVN+WRITE1x+1T2026',
    courseKey: 'UVN+WRITE1x',
    title: 'Écrire about STAT101x statistics',
    partners: ['Université du Nord'],
    start: '2026-01-01',
    catalogs: ['catalog-2'],
  });
  const closed = createRun({ key: 'closed', enrollBy: '2026-01-01' });
  const undated = createRun({ key: 'undated', title: 'Anything', start: undefined });
  const runs = [undated, closed, later, writing, statistics];

  it.each([
    ['', [writing, statistics, later, undated]],
    ['  ', [writing, statistics, later, undated]],
    ['statistics', [writing, statistics, later]],
    ['STAT101x', [statistics, later, undated, writing]],
    ['course-v1:kit+stat101x+2t2027', [later]],
    ['ecrire universite', [writing]],
    ['kestrel decisions', [statistics, later]],
    ['statistics nonsense', []],
  ])('finds %j', (text, found) => {
    expect(searchRuns(runs, { text, now, limit: 10 })).toEqual({
      runs: found,
      total: found.length,
    });
  });

  it('keeps to a catalog and to a limit', () => {
    expect(searchRuns(runs, { catalogUuid: 'catalog-2', now, limit: 10 }).runs).toEqual([writing]);
    expect(searchRuns(runs, { now, limit: 1 })).toEqual({ runs: [writing], total: 4 });
  });
});

it('reads run keys that were typed', () => {
  const text = `course-v1:KIT+STAT101x+1T2026, course-v1:MyUni+Sport101x;\nKIT/Stat/2012 STAT101x
    course-v1:KIT+STAT101x+1T2026`;

  expect(readRunKeys(text)).toEqual({
    keys: ['course-v1:KIT+STAT101x+1T2026', 'course-v1:MyUni+Sport101x', 'KIT/Stat/2012'],
    invalid: ['STAT101x'],
  });
});
