import { expect } from 'vitest';
import type { Outcome } from './run-case.ts';

/** The keys of the sandbox that the cases run against. */
export const courseKeys = Array.from({ length: 45 }, (_, index) => `A+${index}`);
export const allKeys = [...courseKeys, 'program-1'];

/** All items came, in order and once, after so many more tries. */
export function readsAll({ retries }: { retries: number }): (outcome: Outcome) => void {
  return (outcome) => {
    expect(outcome.error).toBeUndefined();
    expect(outcome.keys).toEqual(allKeys);
    expect(outcome.summary).toMatchObject({ complete: true, received: 46, lostPages: [] });
    expect(outcome.retries).toBe(retries);
  };
}

/** The second page is lost after so many tries of it, and the summary says why. */
export function losesPageTwo({
  tries,
  why,
}: {
  tries: number;
  why: RegExp;
}): (outcome: Outcome) => void {
  return ({ summary, keys, asked }) => {
    expect(keys).toEqual([...allKeys.slice(0, 20), ...allKeys.slice(40)]);
    expect(summary).toMatchObject({ complete: false, lostPages: [2] });
    expect(summary?.notes[0]).toMatch(/^Page 2 is lost\./);
    expect(summary?.notes[0]).toMatch(why);
    expect(asked.filter(({ query }) => query['page'] === '2')).toHaveLength(tries);
  };
}

/** All items came but one, which is refused by its name with the place of the problem. */
export function refuses(key: string, place: string): (outcome: Outcome) => void {
  return (outcome) => {
    expect(outcome.keys).toEqual(allKeys.filter((other) => other !== key));
    expect(outcome.summary).toMatchObject({ complete: true, received: 46 });
    expect(outcome.retries).toBe(0);
    expect(refusedOf(outcome)).toMatchObject([{ key, problems: [{ path: place }] }]);
  };
}

export function refusedOf({ pages = [] }: Outcome) {
  return pages.flatMap(({ refused }) => refused);
}
