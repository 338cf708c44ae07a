import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../admin/routes.server.ts';
import { readCsv } from '../learner-data.ts';
import { listHolders } from '../license-state.ts';
import { callAs } from '../licensing-sandbox.ts';
import { cappedTitle, people } from '../operation-runner.ts';
import { browserTest, enter, openAdmin, waitForPanels } from './admin-page-test.ts';
import { confirm, follow, review, withFields } from './plan-form-request.ts';
import { startAdminSite, type AdminSite } from './start-site.ts';

const script = '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'">';

describe('another company’s plan', () => {
  test('is shown and changed by no page, form or action', async () => {
    const site = await startAdminSite();
    const other = await callAs(site.sandbox, 'sandbox-other');
    const [plan] = await other.readPlans();
    const { uuid, title } = plan ?? expect.fail('The other company has no plan.');
    const manager = await site.signIn('manager');
    await manager.ask('/admin/?panels=inline');

    expect(await (await manager.ask(`/admin/plans/${uuid}/`)).text()).not.toContain(title);
    for (const kind of ['assign', 'revoke', 'enroll'] as const) {
      const page = `/admin/${kind}/?plan=${uuid}`;
      const fields: [string, string][] = [
        ['plan', uuid],
        ['step', 'review'],
        ['addresses', 'ada@evil.example'],
      ];
      for (const response of [await manager.ask(page), await manager.send(page, fields)]) {
        const html = await response.text();
        expect(html, page).toContain('Your company has no such plan.');
        expect(html, page).not.toContain(title);
      }
      const own = await review(manager, kind, {
        addresses: 'ada@evil.example',
        run: 'course-v1:ABI+PRC210x+SP2026',
      });
      const sent = await manager.send(own.action, withFields(own.fields, { plan: uuid }));
      expect(sent.status, page).toBe(200);
    }
    expect(writesOf(site)).toEqual([]);
    expect(listHolders(site.state, { plan: uuid }).has('ada@evil.example')).toBe(false);
  });
});

test('a review that was tampered with is not carried out', async () => {
  const site = await startAdminSite();
  const manager = await site.signIn('manager');
  const plans = await (await callAs(site.sandbox, 'sandbox')).readPlans();
  const capped = plans.find(({ title }) => title === cappedTitle);
  const form = await review(manager, 'assign', { addresses: 'ada@evil.example' });
  const changes: Record<string, Record<string, string>> = {
    'a fingerprint of another plan': { fingerprint: 'f'.repeat(32) },
    'no fingerprint': { fingerprint: '' },
    'another plan of the company': { plan: capped?.uuid ?? '' },
    'more addresses than licenses': { addresses: people(41) },
    'no address': { addresses: '' },
    'a key that no review has': { key: '1' },
  };

  for (const [name, changed] of Object.entries(changes)) {
    const response = await manager.send(form.action, withFields(form.fields, changed));
    expect(response.status, name).toBe(200);
    expect(await response.text(), name).toMatch(/Nothing was sent|nothing was sent|to be mended/);
  }
  expect(writesOf(site)).toEqual([]);
});

test('what was confirmed is confirmed again by nobody, with whatever in it', async () => {
  const site = await startAdminSite();
  const manager = await site.signIn('manager');
  const form = await review(manager, 'assign', { addresses: 'ada@evil.example' });
  const id = await confirm(manager, form);
  await follow(manager, id);

  expect(await confirm(manager, form)).toBe(id);
  expect(await confirm(manager, form, { addresses: people(5) })).toBe(id);
  const viewer = await site.signIn('viewer');
  const { status } = await viewer.send(
    form.action,
    withFields(form.fields, { csrf: viewer.csrfToken }),
  );
  expect(status).toBe(403);
  expect(writesOf(site)).toHaveLength(1);
  expect(listHolders(site.state).has('learner-0@new.example')).toBe(false);
});

browserTest('markup in titles and learner fields is text', async ({ page }) => {
  const { origin, sandbox } = await startAdminSite();
  const learner = [
    'user_first_name',
    'user_last_name',
    'course_title',
    'progress_status',
    'course_primary_subject',
  ];
  sandbox.faults.add({
    match: { route: 'learner-summary' },
    set: Object.fromEntries(learner.map((name) => [`results.*.${name}`, script])),
  });
  sandbox.faults.add({ match: { route: 'subscriptions' }, set: { 'results.*.title': script } });
  await enter(page, origin, 'manager');
  const shown: string[] = [];

  const addresses = [
    '',
    'plans/',
    'plans/904b1785-9d3a-1000-848d-6ae7a56e6355/',
    'assign/',
    'learners/?ordering=course_title',
    'learners/charts/',
  ];
  for (const address of addresses) {
    await openAdmin(page, `${origin}/admin/${address}`);
    if ((await page.getByRole('main').getByText(script).count()) > 0) shown.push(address);
    expect(await page.title(), address).not.toBe('run');
    expect(await page.locator('img').count(), address).toBe(0);
  }
  await openAdmin(page, `${origin}/admin/learners/`);
  await page
    .getByRole('region', { name: 'Enrollments' })
    .getByRole('link', { name: '@' })
    .first()
    .click();
  await waitForPanels(page);
  await page.getByRole('region', { name: 'Courses of this learner' }).waitFor();

  expect(await page.title()).not.toBe('run');
  expect(shown).toEqual(addresses);
});

test('what a spreadsheet would take for a formula is defused in every file', async () => {
  const site = await startAdminSite();
  const formulas = ['=cmd|"/C calc"!A0', '+1', '-1+2', '@x', '\t=1', '\r=1', ' =1'];
  const fields = [
    'user_first_name',
    'user_last_name',
    'course_title',
    'offer_name',
    'coupon_name',
    'contract_id',
    'budget_id',
  ];
  site.sandbox.faults.add({
    match: { route: 'learner-summary' },
    set: Object.fromEntries(fields.map((name, index) => [`results.*.${name}`, formulas[index]])),
  });
  const manager = await site.signIn('manager');
  const form = await review(manager, 'assign', { addresses: '=1+1@evil.example' });
  const id = await confirm(manager, form);
  await follow(manager, id);

  for (const address of ['/admin/learners/csv/?of=all', `/admin/operations/${id}/csv/`]) {
    const text = await (await manager.ask(address)).text();
    const [, ...rows] = readCsv(text.replace('\uFEFF', ''));
    const cells = rows.flat();
    expect(
      cells.some((cell) => cell.startsWith("'=")),
      address,
    ).toBe(true);
    expect(
      cells.filter((cell) => /^\s*[=+@]|^-\d+[+]|^[\t\r]/.test(cell)),
      address,
    ).toEqual([]);
  }
});

test('no name of a company gets into the headers of a file', async () => {
  const companyName = 'Evil"\r\nX-Injected: yes\n; filename="x.exe" Ünï';
  const { signIn } = await startAdminSite({ companyName });
  const manager = await signIn('manager');

  const { status, headers, body } = await manager.ask('/admin/learners/csv/');
  await body?.cancel();

  expect(status).toBe(200);
  expect(headers.get('X-Injected')).toBeNull();
  expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[a-z\d-]+\.csv"$/);
});

test('what is no form is refused by every address that takes forms', async () => {
  const { signIn, origin } = await startAdminSite();
  const manager = await signIn('manager');
  const routes = adminRoutes.filter(({ methods }) => methods.includes('POST'));
  const bodies = [
    ['application/json', '{"plan":"x"}'],
    ['text/plain', 'plan=x'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="plan"\r\n\r\ncut',
    ],
    ['multipart/form-data', 'plan=x'],
  ] as const;

  expect(routes.length).toBeGreaterThan(6);
  for (const { path } of routes) {
    for (const [type, body] of bodies) {
      const headers = { Origin: origin, 'X-CSRF-Token': manager.csrfToken, 'Content-Type': type };
      const { status } = await manager.ask(path, { method: 'POST', headers, body });
      expect(status, `${path} ${type}`).toBe(400);
    }
  }
});

browserTest('a learner that nobody knows is said to be unknown', async ({ page }) => {
  const { origin } = await startAdminSite();
  await enter(page, origin, 'viewer');

  await openAdmin(page, `${origin}/admin/learners/of/${'a'.repeat(22)}/`);

  await page.getByText('The learner summary has nobody with this id.').waitFor();
});

function writesOf({ sandbox }: AdminSite): string[] {
  return sandbox.requests
    .filter(({ method, path }) => method === 'POST' && !path.includes('oauth2'))
    .map(({ path }) => path);
}
