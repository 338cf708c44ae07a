import { describe, expect, test } from 'vitest';
import { addUp, countCheck, countTests } from './count-tests.ts';

const fine = { code: 0 };
const bad = { code: 1 };

describe('a check', () => {
  test('counts as one passed test when it exits with 0', () => {
    expect(countCheck(fine)).toEqual({ passed: 1, failed: 0, problems: [] });
  });

  test('counts as one failed test when it exits with anything else', () => {
    expect(countCheck({ code: 2 })).toEqual({ passed: 0, failed: 1, problems: ['exit code 2'] });
  });

  test('counts as failed when a signal ends it', () => {
    const ending = { code: null, reason: 'ended by SIGKILL' };

    expect(countCheck(ending)).toEqual({ passed: 0, failed: 1, problems: ['ended by SIGKILL'] });
  });
});

describe('a suite of tests', () => {
  test('counts its tests over all files', () => {
    const written = createReport(['passed', 'passed'], ['passed', 'failed']);

    expect(countTests(bad, written)).toEqual({ passed: 3, failed: 1, problems: [] });
  });

  test('counts a file that does not load as one failure', () => {
    const written = createReport(['passed'], []);
    written.testResults[1]!.status = 'failed';

    expect(countTests(bad, written)).toEqual({
      passed: 1,
      failed: 1,
      problems: ['1.test.ts failed outside its tests'],
    });
  });

  test('fails when it ran no test', () => {
    expect(countTests(fine, createReport())).toMatchObject({
      failed: 1,
      problems: ['no test ran'],
    });
  });

  test('fails when every test was skipped', () => {
    expect(countTests(fine, createReport(['pending', 'todo']))).toEqual({
      passed: 0,
      failed: 1,
      problems: ['no test ran', '2 skipped'],
    });
  });

  test('fails when it exits with an error although each test passed', () => {
    expect(countTests(bad, createReport(['passed']))).toEqual({
      passed: 1,
      failed: 1,
      problems: ['exit code 1'],
    });
  });

  test.for([undefined, {}, 'text'])('fails when its report is %j', (written) => {
    expect(countTests({ code: 134 }, written)).toEqual({
      passed: 0,
      failed: 1,
      problems: ['no report, exit code 134'],
    });
  });

  test('a missing report fails it also when it exits with 0', () => {
    expect(countTests(fine, undefined).failed).toBe(1);
  });
});

describe('the sum', () => {
  test('adds up all suites', () => {
    const counts = [
      { passed: 1, failed: 0, problems: [] },
      { passed: 20, failed: 2, problems: [] },
    ];

    expect(addUp(counts)).toEqual({ passed: 21, failed: 2 });
  });

  test('of nothing is a failure', () => {
    expect(addUp([])).toEqual({ passed: 0, failed: 1 });
  });
});

function createReport(...files: string[][]) {
  return {
    testResults: files.map((statuses, index) => ({
      name: `${String(index)}.test.ts`,
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ status })),
    })),
  };
}
