import { expect } from 'vitest';
import { allKeys, losesPageTwo, readsAll, refusedOf, refuses } from './expectations.ts';
import type { FaultCases } from './run-case.ts';

/** Answers whose JSON is wrong. */
export const bodyCases: FaultCases = {
  'malformed JSON': { check: losesPageTwo({ tries: 6, why: /is no JSON/ }) },
  'wrong types in an item': { check: refuses('A+23', 'title') },
  'wrong types in a page': {
    check: losesPageTwo({ tries: 2, why: /is no page of a list \(count: / }),
  },
  'null for the items': {
    check: losesPageTwo({ tries: 2, why: /is no page of a list \(results: / }),
  },
  'nulls for arrays': {
    check(outcome) {
      readsAll({ retries: 0 })(outcome);
      expect(refusedOf(outcome)).toEqual([]);
    },
  },
  'missing fields': {
    check(outcome) {
      expect(outcome.summary).toMatchObject({ complete: true, received: 46 });
      expect(outcome.keys).toEqual(allKeys);
      expect(refusedOf(outcome)).toEqual([]);
    },
  },
  'missing title': { check: refuses('A+20', 'title') },
  'unknown content type': { check: refuses('A+20', 'content_type') },
};
