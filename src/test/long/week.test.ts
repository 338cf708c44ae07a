import { expect, test } from 'vitest';
import { runWeek, type Morning } from './week.ts';

test('the site is right on every morning of a week', async () => {
  const mornings: Record<string, Morning> = {};
  for await (const morning of runWeek()) {
    const { day, exitCode, report, page } = morning;
    mornings[day] = morning;
    process.stdout.write(`\n=== ${day}: ${morning.story} (exit code ${exitCode})\n${report}`);
    checks[day]?.(page, report, exitCode);
    expect(report).not.toMatch(/undefined|\[object|sandbox-secret|eyJ/);
  }
  expect(Object.keys(mornings)).toHaveLength(7);
});

const checks: Record<string, (page: Morning['page'], report: string, exitCode: number) => void> = {
  Monday(page, report, exitCode) {
    expect(exitCode).toBe(0);
    expect(page('courses/a-1')).toContain('Course A+1');
    expect(report).toContain('31 courses');
  },
  Tuesday(page, report, exitCode) {
    expect(exitCode).toBe(0);
    expect(page('courses/n-3')).toContain('Course N+3');
    expect(page('courses/a-1')).toContain('A better title');
    expect(report).toMatch(/Added: 3\. Course N\+1/);
    expect(report).toMatch(/Changed: 1\. A better title \(A\+1\)/);
    expect(report).toMatch(/Other: .*unchanged/);
  },
  Wednesday(page, report, exitCode) {
    expect(exitCode).toBe(0);
    expect(page('courses/a-3')).toBeUndefined();
    expect(page('catalogs/core')).not.toContain('/courses/a-3/');
    expect(page('courses/a-2')).not.toMatch(/href="[^"]*enroll[^"]*A\+2/);
    expect(report).toMatch(/Removed: 1\. Course A\+3/);
  },
  Thursday(page, report, exitCode) {
    expect(exitCode).toBe(11);
    expect(report).toMatch(/courses-dropped: There were 33 courses, there are \d+/);
    // Last night's site stays, whole.
    expect(page('courses/a-20')).toContain('Course A+20');
  },
  Friday(page, report, exitCode) {
    expect(exitCode).toBe(0);
    expect(page('programs/p9')).toContain('A new program');
    expect(page('courses/a-20')).toContain('Course A+20');
    expect(report).toMatch(/Added: 1\. A new program/);
  },
  Saturday(page, report, exitCode) {
    expect(exitCode).toBe(0);
    expect(report).toMatch(/The sync failed\./);
    expect(report).toMatch(/The last good snapshot is of .*The site is rendered from it\./s);
    expect(page('programs/p9')).toContain('A new program');
  },
  Sunday(page, report, exitCode) {
    expect(exitCode).toBe(0);
    expect(report).toContain('Nothing changed.');
    expect(page('courses/n-1')).toContain('Course N+1');
  },
};
