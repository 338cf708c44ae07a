import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { syncCatalogs } from '#snapshot/sync';
import { testNow } from '../builders.ts';
import { allKeys, readsAll } from './expectations.ts';
import type { FaultCase, FaultCases } from './run-case.ts';

/** Nobody but the sandbox was called, so nobody else got the token. */
const staysAtHome: FaultCase = {
  check(outcome) {
    readsAll({ retries: 0 })(outcome);
    expect(outcome.origins).toEqual([outcome.sandbox.url]);
    expect(outcome.asked.map(({ query }) => query['page'])).toEqual(['1', '2', '3']);
  },
};

/** Pages that do not fit each other. */
export const listCases: FaultCases = {
  'next in a loop': {
    check(outcome) {
      readsAll({ retries: 0 })(outcome);
      expect(outcome.asked).toHaveLength(4);
      expect(outcome.summary?.notes).toEqual([expect.stringMatching(/Page 4 .* gone/)]);
    },
  },
  'next to a foreign host': staysAtHome,
  'next by http': staysAtHome,
  'next is null too early': {
    check({ keys, summary }) {
      expect(keys).toEqual(allKeys.slice(0, 40));
      expect(summary).toMatchObject({
        complete: true,
        notes: ['Announced 46 items, received 40.'],
      });
    },
  },
  'next is empty text': { check: readsAll({ retries: 0 }) },
  'next is absent': { check: readsAll({ retries: 0 }) },
  'next without end': {
    check({ keys, summary, asked }) {
      expect(keys).toEqual(allKeys);
      expect(summary).toMatchObject({
        complete: true,
        notes: ['Ended at page 6: the last 3 are empty, and more are linked.'],
      });
      expect(asked).toHaveLength(6);
    },
  },
  'wrong count': {
    check(outcome) {
      readsAll({ retries: 0 })(outcome);
      expect(outcome.summary?.notes).toEqual(['Announced 7 items, received 46.']);
    },
  },
  'shrinking count': {
    check(outcome) {
      readsAll({ retries: 0 })(outcome);
      expect(outcome.summary?.notes).toEqual([
        expect.stringContaining('44 items, 42 from page 2 on'),
        expect.stringContaining('42 items, 40 from page 3 on'),
        'Announced 40 items, received 46.',
      ]);
    },
  },
  'empty page': {
    check({ keys, summary }) {
      expect(keys).toEqual([...allKeys.slice(0, 20), ...allKeys.slice(40)]);
      expect(summary).toMatchObject({
        complete: true,
        pages: 3,
        notes: ['Announced 46 items, received 26.'],
      });
    },
  },
  'items moving between pages': {
    async check({ keys, summary, client }) {
      expect(summary).toMatchObject({ complete: true, received: 46, notes: [] });
      expect(new Set(keys).size).toBeLessThan(46);

      const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-'));
      const { catalogs, stored } = await syncCatalogs({ client, directory, clock: () => testNow });
      rmSync(directory, { recursive: true });
      expect(catalogs[0]).toMatchObject({ announced: 46, passes: 3 });
      expect(catalogs[0]?.notes.join(' ')).toMatch(/still not settled/);
      expect(stored.courses + stored.programs).toBe(46);
    },
  },
  'items removed while read': {
    check({ keys, summary }) {
      expect(keys).toEqual(allKeys.filter((key) => key !== 'A+20' && key !== 'A+21'));
      expect(summary).toMatchObject({
        complete: true,
        announced: 44,
        notes: [expect.stringContaining('46 items, 44 from page 2 on')],
      });
    },
  },
  'items added while read': {
    check({ keys, summary }) {
      expect(new Set(keys)).toEqual(new Set(allKeys));
      expect(keys).toHaveLength(48);
      expect(summary).toMatchObject({
        complete: true,
        announced: 48,
        notes: [expect.stringContaining('46 items, 48 from page 2 on')],
      });
    },
  },
};
