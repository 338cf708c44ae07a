import { expect } from 'vitest';
import { allKeys, losesPageTwo, readsAll } from './expectations.ts';
import type { FaultCase, FaultCases } from './run-case.ts';

const waitsFor = (ms: number): FaultCase => ({
  check(outcome) {
    readsAll({ retries: 1 })(outcome);
    expect(outcome.sleeps).toEqual([ms]);
  },
});

/** Answers in place of the sandbox's, tokens included. */
export const statusCases: FaultCases = {
  'gateway timeout': {
    check({ keys, summary, asked }) {
      expect(keys).toEqual(allKeys);
      expect(summary).toMatchObject({ complete: true, received: 46 });
      expect(asked.map(({ query }) => `${query['page']}/${query['page_size']}`)).toEqual([
        '1/20',
        ...Array<string>(3).fill('2/20'),
        '3/10',
        '4/10',
        '3/20',
      ]);
    },
  },
  '500': {
    check(outcome) {
      readsAll({ retries: 2 })(outcome);
      const [first = 0, second = 0] = outcome.sleeps;
      expect(first).toBeGreaterThanOrEqual(500);
      expect(second).toBeGreaterThanOrEqual(1000);
    },
  },
  '502': { check: readsAll({ retries: 1 }) },
  'an outage of one page': { check: losesPageTwo({ tries: 6, why: /answered 503/ }) },
  'an outage of all': {
    check({ error, asked }) {
      expect(error).toMatchObject({ name: 'EnterpriseApiHttpError', status: 503 });
      expect(asked).toHaveLength(6);
    },
  },
  'failures now and then': {
    check(outcome) {
      expect(outcome.keys).toEqual(allKeys);
      expect(outcome.summary?.complete).toBe(true);
      expect(outcome.retries).toBeGreaterThan(0);
    },
  },
  'HTML with 200': { check: readsAll({ retries: 1 }) },
  'HTML with 400': { check: readsAll({ retries: 1 }) },
  'HTML with 403': {
    check({ error, retries }) {
      expect(error).toMatchObject({ name: 'EnterpriseApiHttpError', status: 403 });
      expect(String(error)).toMatch(/403 Forbidden.*ask edX for access/);
      expect(retries).toBe(0);
    },
  },
  '429 with Retry-After': waitsFor(7000),
  '429 with seconds in the text': waitsFor(42_000),
  '429 without number': waitsFor(60_000),
  'token dies after k calls': {
    check(outcome) {
      readsAll({ retries: 0 })(outcome);
      expect(outcome.tokens).toBe(3);
    },
  },
  'token always refused': {
    check({ error, tokens }) {
      expect(error).toMatchObject({ name: 'EnterpriseApiAuthError', status: 401 });
      expect(String(error)).toMatch(/Check ENTERPRISE_API_CLIENT_ID/);
      expect(tokens).toBe(2);
    },
  },
  'expires_in as text': {
    check(outcome) {
      readsAll({ retries: 0 })(outcome);
      expect(outcome.tokens).toBe(1);
    },
  },
  'token endpoint refuses': {
    check({ error, tokens, asked }) {
      expect(error).toMatchObject({ name: 'EnterpriseApiAuthError', status: 403 });
      expect(String(error)).toMatch(/Check ENTERPRISE_API_CLIENT_ID/);
      expect([tokens, asked.length]).toEqual([1, 0]);
    },
  },
};
