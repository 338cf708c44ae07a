import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { learnerFields } from '#admin';
import { findViolations } from '../browser/find-violations.ts';
import { readCsv } from '../learner-data.ts';
import { createAdministrator, mainPlan, type Administrator } from './administrator.ts';
import { browserTest, enter } from './admin-page-test.ts';
import { createKeyboard, mouse } from './hands.ts';
import { startAdminSite } from './start-site.ts';

const people = ['ada@flow.example', 'bo@flow.example', 'cy@flow.example'];
const runs = [
  {
    search: 'budget argument',
    key: 'course-v1:ABI+BUD120x+1T2027',
    title: 'A Budget Is an Argument',
  },
  {
    search: 'costs pricing',
    key: 'course-v1:ABI+PRC210x+SP2026',
    title: 'What It Costs and What It’s Worth: Pricing',
  },
];

const ways = [
  { name: 'with a mouse', dialect: 'gateway', width: 1280, isLookedAt: true },
  { name: 'on a phone', dialect: 'reference', width: 360, isLookedAt: true },
  { name: 'with the keyboard alone', dialect: 'reference', width: 1280, hasKeyboard: true },
  { name: 'without scripts', dialect: 'gateway', width: 1280, javaScriptEnabled: false },
] as const;

describe.each(ways)('$name, with the $dialect dialect', (way) => {
  const javaScriptEnabled = !('javaScriptEnabled' in way);
  browserTest.override({
    contextOptions: { viewport: { width: way.width, height: 900 }, javaScriptEnabled },
  });

  browserTest(
    'a manager assigns, revokes, enrolls, and finds all of it',
    { timeout: 120_000 },
    async ({ page }) => {
      const { dialect } = way;
      const site = await startAdminSite({ dialect, courses: 320 });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
      await enter(page, site.origin, 'manager');
      const hands = 'hasKeyboard' in way ? createKeyboard(page) : mouse;
      const admin = createAdministrator(page, hands);
      if (!javaScriptEnabled) {
        await page.getByRole('link', { name: 'Show it without scripts' }).click();
        await page.waitForURL(/panels=inline/);
      }
      const problems: string[] = [];
      const look = async (step: string) => {
        if ('isLookedAt' in way) problems.push(...(await findProblems(page, step)));
      };

      await assignThree(admin, look);
      await revokeOne(admin, look);
      await sortAll(admin);
      await enrollTwo(admin, look);
      await findEnrollments(admin, { page, look, javaScriptEnabled });
      await readLog(admin, look);

      expect(problems).toEqual([]);
      const isOfLearner = (text: string) => /flow\.example|[\w.]+@tarnholt\.example/.test(text);
      expect(asked.filter(isOfLearner)).toEqual([]);
      expect(site.logLines.filter(isOfLearner)).toEqual([]);
    },
  );
});

async function assignThree(admin: Administrator, look: Look): Promise<void> {
  expect(await admin.readCounts()).toMatchObject({ Unassigned: '40', Assigned: '18' });
  await admin.openForm('Assign');
  await look('addresses');
  await admin.enterAddresses(people);
  await admin.review();
  await admin.main.getByText(`3 people get a license of ${mainPlan}.`).waitFor();
  expect(await admin.readTable('Effect on the plan')).toEqual([
    ['License', 'Now', 'After'],
    ['Unassigned', '40', '37'],
    ['Assigned', '18', '21'],
    ['Activated', '62', '62'],
    ['Revocations left', 'Unlimited', 'Unlimited'],
  ]);
  await look('review of an assignment');
  await admin.confirm('Assign 3 licenses', '3 assigned.');
  await look('result of an assignment');
  expect(await admin.readTable('All addresses')).toEqual([
    ['Address', 'Result', 'In plain words'],
    ...people.map((address) => [address, 'Assigned', 'Has a license now.']),
  ]);
  expect(await admin.readCounts()).toMatchObject({ Unassigned: '37', Assigned: '21' });
}

async function revokeOne(admin: Administrator, look: Look): Promise<void> {
  await admin.openForm('Revoke');
  await look('addresses to revoke');
  await admin.enterAddresses(people.slice(2));
  await admin.review();
  await look('review of a revocation');
  await admin.confirm('Revoke 1 license', '1 revoked.');
  expect(await admin.readCounts()).toMatchObject({
    ...{ Unassigned: '38', Assigned: '20', Revoked: '7' },
  });
}

/** Another order than the service's takes all rows, which are read once. */
async function sortAll({ open, main, hands }: Administrator): Promise<void> {
  await open('Learners');
  await hands.press(main.getByRole('columnheader', { name: 'Enrolled' }).getByRole('link'));
  await main.getByRole('button', { name: 'Read again' }).waitFor();
}

async function enrollTwo(admin: Administrator, look: Look): Promise<void> {
  await admin.openForm('Enroll');
  for (const run of runs) await admin.chooseRun(run);
  await look('courses and learners');
  await admin.enterAddresses(people.slice(0, 2));
  await admin.review();
  for (const { title } of runs) await admin.main.getByText(title, { exact: true }).waitFor();
  await look('review of an enrollment');
  await admin.confirm('Enroll 2 people in 2 courses', '4 accepted.');
}

async function findEnrollments(
  admin: Administrator,
  { page, look, javaScriptEnabled }: { page: Page; look: Look; javaScriptEnabled: boolean },
): Promise<void> {
  const { open, follow, main, hands, button, readTable } = admin;
  await open('Learners');
  await hands.press(button('Read again'));
  if (!javaScriptEnabled) await lookUntilRead(admin);
  await button('Read again').waitFor();
  await hands.fill(main.getByRole('searchbox', { name: 'Address' }), 'flow.example');
  await hands.press(button('Filter'));
  await main.getByText('Rows 1–4 of 4').waitFor();
  await look('learners with a filter');

  await hands.press(
    main.getByRole('columnheader', { name: 'Course', exact: true }).getByRole('link'),
  );
  await main.locator('th[aria-sort=ascending]', { hasText: 'Course' }).waitFor();
  const rows = await readTable('Enrollments');
  expect(rows.slice(1).map(([address, course]) => `${String(course)}, ${String(address)}`)).toEqual(
    runs.flatMap(({ title }) => people.slice(0, 2).map((address) => `${title}, ${address}`)),
  );

  const download = page.waitForEvent('download');
  await hands.press(main.getByRole('link', { name: 'What is shown as CSV (4)' }));
  const file = await readFile(await (await download).path(), 'utf8');
  const [header = [], ...lines] = readCsv(file.replace('\uFEFF', ''));
  expect(header).toEqual(learnerFields);
  const cellsOf = (name: (typeof learnerFields)[number]) =>
    lines.map((line) => line[header.indexOf(name)]);
  expect(lines).toHaveLength(4);
  expect(cellsOf('user_email').toSorted()).toEqual(
    [...people.slice(0, 2), ...people.slice(0, 2)].toSorted(),
  );
  expect(new Set(cellsOf('courserun_key'))).toEqual(new Set(runs.map(({ key }) => key)));

  await follow(main.getByRole('link', { name: people[0]!, exact: true }).first(), 'A learner');
  await main.getByRole('region', { name: 'Courses of this learner' }).waitFor();
  await look('a learner');
  await open('Learners');
  await follow(main.getByRole('link', { name: 'Charts', exact: true }), 'Charts');
  await look('charts');
}

async function readLog({ open, readTable }: Administrator, look: Look): Promise<void> {
  await open('Operations');
  await look('operations');
  const operations = await readTable('Operations');
  expect(operations.slice(1).map(([what, who, , count]) => [what, who, count])).toEqual([
    ['Bulk enrollment, 2 runs', 'Mona Handval', '4'],
    [`Revoke, ${mainPlan}`, 'Mona Handval', '1'],
    [`Assign, ${mainPlan}`, 'Mona Handval', '3'],
  ]);
  await open('Log');
  await look('log');
  const entries = await readTable('Log');
  const said = entries.map(([, who, what]) => `${String(who)}: ${String(what)}`);
  for (const words of [
    'Signed in as manager.',
    'Confirmed assigning licenses for 3 people in 1 request.',
    'Request 1 answered: 3 assigned.',
    'Confirmed revoking licenses for 1 person in 1 request.',
    'Request 1 answered: 1 revoked.',
    'Confirmed bulk enrollment for 2 people in 1 request.',
    'Request 1 answered: 4 accepted.',
  ]) {
    expect(said, words).toContain(`Mona Handval: ${words}`);
  }
}

/** Without scripts the reading of all rows is followed by looking again. */
async function lookUntilRead({ main, button }: Administrator): Promise<void> {
  const again = main.getByRole('link', { name: 'Look again' });
  await button('Read again').or(again).first().waitFor();
  while (await again.isVisible()) {
    await again.click();
    await button('Read again').or(again).first().waitFor();
  }
}

async function findProblems(page: Page, step: string): Promise<string[]> {
  const violations = await findViolations(page);
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  if (isTooWide) violations.push('wider than its window');
  return violations.map((violation) => `${step}: ${violation}`);
}

type Look = (step: string) => Promise<void>;
