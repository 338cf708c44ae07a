import { describe, expect, test } from 'vitest';
import { createRun, testNow } from '../test/builders.ts';
import { chooseRun } from './chosen-run.ts';
import type { CourseRun } from './types.ts';

function run(key: string, overrides: Partial<CourseRun> = {}): CourseRun {
  return createRun({ key, uuid: key, ...overrides });
}

const over = { end: '2026-01-01' };
const endsSoon = { end: '2026-12-01' };

const cases: [name: string, course: Parameters<typeof chooseRun>[0], chosen: string | undefined][] =
  [
    ['the advertised run', { runs: [run('a'), run('b')], advertisedRunUuid: 'b' }, 'b'],
    [
      'the advertised run though its enrollment is closed',
      { runs: [run('a'), run('b', { enrollmentEnd: '2026-11-01' })], advertisedRunUuid: 'b' },
      'b',
    ],
    [
      'an open run where the advertised one is over',
      { runs: [run('a'), run('b', over)], advertisedRunUuid: 'b' },
      'a',
    ],
    [
      'the advertised run where all are over',
      {
        runs: [run('a', { ...over, start: '2025-06-01' }), run('b', over)],
        advertisedRunUuid: 'b',
      },
      'b',
    ],
    [
      'started and upgradeable: the latest start',
      { runs: [run('a', { start: '2026-01-01' }), run('b', { start: '2026-10-01' })] },
      'b',
    ],
    [
      'a started one before a later one',
      { runs: [run('a', { start: '2027-02-01' }), run('b', { start: '2026-10-01' })] },
      'b',
    ],
    [
      'not started: the earliest start',
      { runs: [run('a', { start: '2027-03-01' }), run('b', { start: '2027-02-01' })] },
      'b',
    ],
    [
      'one with time to upgrade before one that ends within 14 days',
      { runs: [run('a', endsSoon), run('b', { start: '2027-02-01' })] },
      'b',
    ],
    [
      'of the rest the latest start',
      {
        runs: [
          run('a', { ...endsSoon, start: '2026-01-01' }),
          run('b', { ...endsSoon, start: '2026-02-01' }),
        ],
      },
      'b',
    ],
    [
      'a run without start counts as the oldest',
      { runs: [run('a', { start: undefined }), run('b', { start: '2020-01-01' })] },
      'b',
    ],
    [
      'a paid seat past its deadline is not upgradeable',
      {
        runs: [
          run('a', {
            seats: [
              {
                type: 'verified',
                price: { cents: 100, currency: 'USD' },
                upgradeDeadline: '2026-01-01',
              },
            ],
          }),
          run('b', { start: '2027-02-01' }),
        ],
      },
      'b',
    ],
    [
      'a marketable run before one that is not',
      { runs: [run('a', { isMarketable: false }), run('b', { start: '2020-01-01' })] },
      'b',
    ],
    [
      'the canonical run where all are over',
      {
        runs: [
          run('a', { ...over, start: '2025-06-01' }),
          run('b', { ...over, start: '2024-06-01' }),
        ],
        canonicalRunKey: 'b',
      },
      'b',
    ],
    [
      'the newest where nothing else decides',
      {
        runs: [
          run('a', { ...over, start: '2024-06-01' }),
          run('b', { ...over, start: '2025-06-01' }),
        ],
      },
      'b',
    ],
    ['none without runs', { runs: [] }, undefined],
  ];

describe('the run that stands for its course', () => {
  test.each(cases)('%s', (_name, course, chosen) => {
    expect(chooseRun(course, testNow)?.key).toBe(chosen);
    expect(chooseRun({ ...course, runs: course.runs.toReversed() }, testNow)?.key).toBe(chosen);
  });
});
