import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createCookieBrowser } from '../cookie-browser.ts';
import { listHolders } from '../license-state.ts';
import { callAs, printedPlan } from '../licensing-sandbox.ts';
import { cappedTitle, people } from '../operation-runner.ts';
import { createAdministrator, mainPlan, waitForLead } from './administrator.ts';
import { browserTest, enter } from './admin-page-test.ts';
import { confirm, follow, review } from './plan-form-request.ts';
import { startAdminSite } from './start-site.ts';

/** 25 licenses are free in the plan with a cap. */
const tooMany = [...people(27).split('\n'), 'learner-0@new.example', 'nobody'];

browserTest('a list is counted as it is typed, and cut to what the plan has', async ({ page }) => {
  const { origin } = await startAdminSite();
  await enter(page, origin, 'manager');
  const admin = createAdministrator(page);
  await admin.openForm('Assign', cappedTitle);
  await admin.enterAddresses(tooMany);

  await admin.main.getByText('2 addresses too many.').waitFor();
  const counts = { Valid: '27', 'Free after': '−2', Invalid: '1', Duplicate: '1' };
  for (const [label, count] of Object.entries(counts)) {
    await admin.fact(label).getByText(count, { exact: true }).waitFor();
  }
  expect(await admin.button('Review').isDisabled()).toBe(true);
  const [, ...rows] = await admin.readTable('Addresses by class');
  expect(rows.slice(0, 2)).toEqual([
    ['29', 'nobody', 'Invalid', 'There is no @ in it'],
    ['28', 'learner-0@new.example', 'Duplicate', 'Same as line 1'],
  ]);
  await admin.button('Remove the last 2').click();
  await admin.main.getByText('2 addresses too many.').waitFor({ state: 'hidden' });
  await admin.review();

  await admin.main.getByText('25 people get a license').waitFor();
  await admin.main.getByText('1 address invalid, left out').waitFor();
});

browserTest('a CSV file is read as a pasted list is', async ({ page }) => {
  const { origin, state } = await startAdminSite();
  await enter(page, origin, 'manager');
  const admin = createAdministrator(page);
  await admin.openForm('Assign');
  await chooseFile(page);
  await admin.main.getByText('list.csv stands above now.').waitFor();
  await admin.review();
  await admin.confirm('Assign 2 licenses', '2 assigned.');

  expect([...listHolders(state).keys()]).toEqual(
    expect.arrayContaining(['ada@file.example', 'bo@file.example']),
  );
});

describe('without scripts', () => {
  browserTest.override({ contextOptions: { javaScriptEnabled: false } });

  browserTest('the server reads files and cuts lists', async ({ page }) => {
    const { origin, state } = await startAdminSite();
    await enter(page, origin, 'manager');
    await page.getByRole('link', { name: 'Show it without scripts' }).click();
    const admin = createAdministrator(page);
    await admin.openForm('Assign', cappedTitle);
    await admin.enterAddresses(tooMany);
    await admin.review();
    expect(await admin.button('Assign 27 licenses').isDisabled()).toBe(true);
    await admin.button('Remove the last 2 addresses').click();
    await admin.confirm('Assign 25 licenses', '25 assigned.');

    await admin.openForm('Assign');
    await chooseFile(page);
    await admin.review();
    await admin.confirm('Assign 2 licenses', '2 assigned.');

    expect(listHolders(state).get('bo@file.example')).toBe(1);
  });
});

browserTest('a second click, back, and a reload do not assign twice', async ({ page }) => {
  const { origin, sandbox } = await startAdminSite();
  await enter(page, origin, 'manager');
  const admin = createAdministrator(page);
  await admin.openForm('Assign');
  await admin.enterAddresses(['ada@once.example']);
  await admin.review();
  await admin.button('Assign 1 license').dblclick();
  await waitForLead(page, '1 assigned.');
  await page.reload();
  await waitForLead(page, '1 assigned.');
  // The browser would ask before it sends the form of the review once more.
  await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS');

  expect(sandbox.requests.filter(({ path }) => path.endsWith('/licenses/assign'))).toHaveLength(1);
});

test('the same form from two windows is one operation', async () => {
  const { sandbox, signIn } = await startAdminSite();
  const manager = await signIn('manager');
  const form = await review(manager, 'assign', { addresses: 'ada@once.example' });
  const both = await Promise.all([confirm(manager, form), confirm(manager, form)]);
  await follow(manager, both[0]);
  const later = await confirm(manager, form);

  expect(new Set([...both, later]).size).toBe(1);
  expect(sandbox.requests.filter(({ path }) => path.endsWith('/licenses/assign'))).toHaveLength(1);
});

browserTest('a plan that has changed since its review is reviewed again', async ({ page }) => {
  const { origin, sandbox } = await startAdminSite();
  await enter(page, origin, 'manager');
  const admin = createAdministrator(page);
  await admin.openForm('Assign');
  await admin.enterAddresses(['ada@change.example']);
  await admin.review();
  const other = await callAs(sandbox, 'sandbox');
  await other.assign(printedPlan, { user_emails: ['other@change.example'] });
  await admin.button('Assign 1 license').click();

  const words = admin.main.getByRole('alert');
  await words.getByText('The plan has changed since your review, so nothing was sent.').waitFor();
  expect(await admin.readTable('Effect on the plan')).toContainEqual(['Unassigned', '39', '38']);
  await admin.confirm('Assign 1 license', '1 assigned.');
});

test('a form whose session has ended sends nothing and leads to sign-in', async () => {
  const { origin, sandbox, signIn, pass } = await startAdminSite();
  const manager = await signIn('manager');
  const form = await review(manager, 'assign', { addresses: 'ada@late.example' });
  pass(24 * 60 * 60_000);
  const response = await manager.send(form.action, form.fields);
  const link = /href="([^"]*)"/.exec(await response.text())?.[1] ?? '';
  const page = await createCookieBrowser().open(origin + link);

  expect(response.status).toBe(401);
  expect(page.html).toMatch(/password/i);
  expect(sandbox.requests.filter(({ path }) => path.endsWith('/licenses/assign'))).toEqual([]);
});

browserTest.for([mainPlan, cappedTitle])(
  'more than ten revocations are typed, with the plan “%s”',
  async (plan, { page }) => {
    const { origin, state, sandbox } = await startAdminSite({ dialect: 'gateway' });
    const addresses = people(11).split('\n');
    await enter(page, origin, 'manager');
    const admin = createAdministrator(page);
    await admin.openForm('Assign', plan);
    await admin.enterAddresses(addresses);
    await admin.review();
    await admin.confirm('Assign 11 licenses', '11 assigned.');
    await admin.openForm('Revoke', plan);
    await admin.enterAddresses(addresses);
    await admin.review();
    await admin.main.getByLabel('Type revoke 11 to confirm').fill('revoke 10');
    await admin.button('Revoke 11 licenses').click();
    await admin.main.getByRole('alert').getByText('What you typed does not match.').waitFor();
    expect(sandbox.requests.some(({ path }) => path.includes('bulk-revoke'))).toBe(false);
    await admin.main.getByLabel('Type revoke 11 to confirm').fill('Revoke 11');
    await admin.confirm('Revoke 11 licenses', '11 revoked.');

    expect([...listHolders(state).keys()].filter((email) => addresses.includes(email))).toEqual([]);
  },
);

async function chooseFile(page: Page): Promise<void> {
  const text = 'Name;E-Mail\r\n"Ada; the first";ada@file.example\r\nBo;BO@file.example\r\n';
  await page.getByLabel('Or a CSV file').setInputFiles({
    ...{ name: 'list.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(text),
  });
}
