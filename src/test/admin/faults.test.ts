import { describe, expect } from 'vitest';
import { dialects } from '../licensing-sandbox.ts';
import { addSeats, listHolders } from '../license-state.ts';
import { people } from '../operation-runner.ts';
import { createAdministrator, waitForLead } from './administrator.ts';
import { browserTest, enter, openAdmin } from './admin-page-test.ts';
import { confirm, follow, review } from './plan-form-request.ts';
import { startAdminSite, type AdminSite } from './start-site.ts';

const runKey = 'course-v1:ABI+PRC210x+SP2026';

/** One failure undoes a whole request of the reference's; the gateway answers 207. */
const revoked = {
  reference: [
    ...['ada@fault.example', 'Failed'],
    'The service ended before it, or said nothing of it. It can be tried again.',
  ],
  gateway: ['ada@fault.example', 'Revoked', 'The license is taken back.'],
};

browserTest(
  'a page is there before the API has answered, and its panel after',
  async ({ page }) => {
    const { origin, sandbox, signIn } = await startAdminSite();
    const { ask } = await signIn('manager');
    sandbox.requests.length = 0;
    const shell = await (await ask('/admin/plans/')).text();
    expect(shell).toContain('Plans</h1>');
    expect(sandbox.requests).toEqual([]);

    await enter(page, origin, 'manager');
    sandbox.faults.add({ match: { route: 'subscriptions' }, delayMs: 4000 });
    await page.goto(`${origin}/admin/plans/`, { waitUntil: 'domcontentloaded' });
    await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor();
    await page.getByText('The plans are loading').waitFor();

    await page.getByRole('link', { name: 'Learning for everyone', exact: true }).waitFor();
  },
);

browserTest('a form that the API leaves alone keeps what was entered', async ({ page }) => {
  const { origin, sandbox } = await startAdminSite();
  await enter(page, origin, 'manager');
  await openAdmin(page, `${origin}/admin/assign/?plan=904b1785-9d3a-1000-848d-6ae7a56e6355`);
  await page.getByLabel('Paste addresses').fill('ada@fault.example');
  sandbox.faults.add({ match: { route: 'subscriptions' }, status: 403, body: '' });
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText('Nothing was sent, and what you entered is kept.').waitFor();

  sandbox.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();

  await page.getByText('1 person gets a license').waitFor();
  await page.getByRole('button', { name: 'Assign 1 license' }).waitFor();
});

describe.each(dialects)('with the %s dialect', (dialect) => {
  browserTest('tokens that end in mid-operation are renewed', async () => {
    const site = await startAdminSite({ dialect });
    addSeats(site.state, { count: 400 });
    site.sandbox.faults.add({ match: { route: 'assign' }, delayMs: 300 });
    const manager = await site.signIn('manager');
    const form = await review(manager, 'assign', { addresses: people(400) });
    const id = await confirm(manager, form);
    await follow(manager, id, ({ requests }) => requests.done === 1);
    site.sandbox.revokeTokens();
    await follow(manager, id);

    expect(statusesOf(site, 'licenses/assign')).toContain(401);
    expectOnce(site, people(400));
  });

  browserTest('a request of which no answer came is sent again, and assigns once', async () => {
    const site = await startAdminSite({ dialect });
    // The service has done it, and half of its answer is lost.
    site.sandbox.faults.add({ match: { route: 'assign' }, truncate: true, times: 1 });
    const manager = await site.signIn('manager');
    const id = await confirm(manager, await review(manager, 'assign', { addresses: people(3) }));
    await follow(manager, id);

    expect(statusesOf(site, 'licenses/assign')).toHaveLength(2);
    expectOnce(site, people(3));
    const page = await (await manager.ask(`/admin/operations/${id}/`)).text();
    expect(page).toContain('Request 1 had no answer; by the rules: send it again.');
    expect(page).toContain('3 held one already');
  });

  browserTest('what comes of each address is shown in plain words', async ({ page }) => {
    const site = await startAdminSite({ dialect });
    const manager = await site.signIn('manager');
    const assigned = await review(manager, 'assign', { addresses: 'ada@fault.example' });
    await follow(manager, await confirm(manager, assigned));
    const addresses = 'ada@fault.example\nnobody@fault.example';
    const id = await confirm(manager, await review(manager, 'revoke', { addresses }));
    await follow(manager, id);
    await enter(page, site.origin, 'manager');
    await openAdmin(page, `${site.origin}/admin/operations/${id}/`);
    const rows = await createAdministrator(page).readTable('All addresses');
    expect(rows.slice(1)).toEqual([
      revoked[dialect],
      [
        ...['nobody@fault.example', 'Had none'],
        'Held no license of this plan that could be revoked. Nothing to do.',
      ],
    ]);
  });
});

browserTest.for([
  [423, 'The plan is locked by another change; trying again at'],
  [429, 'The service asks for a pause, since there were too many requests; trying again at'],
] as const)(
  'a %i is waited for, and the page says until when',
  async ([status, words], { page }) => {
    const site = await startAdminSite({ dialect: 'gateway' });
    const headers = { 'Retry-After': '3' };
    site.sandbox.faults.add({
      match: { route: 'assign' },
      status,
      headers,
      body: { detail: 'Wait.' },
      times: 1,
    });
    const manager = await site.signIn('manager');
    await enter(page, site.origin, 'manager');
    const id = await confirm(manager, await review(manager, 'assign', { addresses: people(2) }));
    await page.goto(`${site.origin}/admin/operations/${id}/`);

    await page.getByText(words).waitFor();
    await waitForLead(page, '2 assigned.');

    expectOnce(site, people(2));
  },
);

browserTest('what waits without an end in sight can be stopped', async ({ page }) => {
  const site = await startAdminSite();
  site.sandbox.faults.add({
    match: { route: 'assign' },
    status: 429,
    body: { message: 'Too Many Requests' },
  });
  const manager = await site.signIn('manager');
  await enter(page, site.origin, 'manager');
  const id = await confirm(manager, await review(manager, 'assign', { addresses: people(2) }));
  await page.goto(`${site.origin}/admin/operations/${id}/`);
  await page.getByText('The service asks for a pause').waitFor();
  const until = /trying again at (\S+) UTC/.exec(
    (await page.getByText('The service asks for a pause').textContent()) ?? '',
  );
  expect(until?.[1]).toMatch(/^\d\d:\d\d:\d\d$/);

  await page.getByRole('button', { name: 'Stop this operation' }).click();

  await page.getByText('2 not sent', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Try 2 addresses again' }).click();
  await page.getByText('2 people get a license').waitFor();
  expect([...listHolders(site.state).keys()].filter((email) => people(2).includes(email))).toEqual(
    [],
  );
});

browserTest(
  'whether an enrollment without answer is sent again, a person says',
  async ({ page }) => {
    const site = await startAdminSite({ courses: 320 });
    const manager = await site.signIn('manager');
    await follow(
      manager,
      await confirm(manager, await review(manager, 'assign', { addresses: 'ada@fault.example' })),
    );
    await enter(page, site.origin, 'manager');
    const ways = [
      { button: 'It was done', lead: '1 taken as done.', requests: 1 },
      { button: 'Leave it open', lead: '1 unknown.', requests: 1 },
      { button: 'Send it again', lead: '1 accepted.', requests: 2 },
    ];
    for (const { button, lead, requests } of ways) {
      site.sandbox.requests.length = 0;
      site.sandbox.faults.add({
        match: { route: 'bulk-license-enrollment' },
        hangUp: true,
        times: 1,
      });
      const form = await review(manager, 'enroll', { addresses: 'ada@fault.example', run: runKey });
      const id = await confirm(manager, form);
      await follow(manager, id, ({ key }) => key.startsWith('asking'));
      await openAdmin(page, `${site.origin}/admin/operations/${id}/`);
      await page.getByText('Request 1, for 1 address in 1 course run, was sent on').waitFor();
      await page.getByRole('button', { name: button }).click();
      await waitForLead(page, lead);

      expect(statusesOf(site, 'bulk-license-enrollment'), button).toHaveLength(requests);
    }
  },
);

function statusesOf({ sandbox }: AdminSite, part: string): unknown[] {
  return sandbox.requests.filter(({ path }) => path.includes(part)).map(({ status }) => status);
}

function expectOnce({ state }: AdminSite, addresses: string): void {
  const holders = listHolders(state);
  const wrong = addresses.split('\n').filter((email) => holders.get(email) !== 1);
  expect(wrong).toEqual([]);
}
