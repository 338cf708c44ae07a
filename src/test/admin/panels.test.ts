import { expect } from 'vitest';
import { browserTest, enter, openAdmin } from './admin-page-test.ts';
import { startAdminSite } from './start-site.ts';

const panelAddress = '**/_server-islands/PlanGroupsPanel/**';

browserTest('a panel that the API refuses says so, and another try fills it', async ({ page }) => {
  const { origin, sandbox } = await startAdminSite();
  await enter(page, origin, 'manager');
  sandbox.faults.add({ match: { route: 'subscriptions' }, status: 403, body: '' });
  await openAdmin(page, `${origin}/admin/plans/`);
  const alert = page.getByRole('alert');
  expect(await alert.textContent()).toContain('does not let this site see that');

  sandbox.faults.clear();
  await alert.getByText('Try again').click();

  await page.getByRole('link', { name: 'Learning for everyone', exact: true }).waitFor();
  expect(await alert.count()).toBe(0);
});

browserTest(
  'a panel whose connection is lost says so, and another try fills it',
  async ({ page }) => {
    const { origin } = await startAdminSite();
    await enter(page, origin, 'manager');
    // Not by abort, which the browser writes to its console as an error.
    await page.route(panelAddress, (route) => route.fulfill({ status: 204 }));
    await page.goto(`${origin}/admin/plans/`);
    const alert = page.getByRole('alert');
    await alert.getByText('This panel could not be read.').waitFor();

    await page.unroute(panelAddress);
    await alert.getByText('Try again').click();

    await page.getByRole('link', { name: 'Learning for everyone', exact: true }).waitFor();
  },
);

browserTest('a panel that never comes is given up', async ({ page }) => {
  const { origin } = await startAdminSite();
  await enter(page, origin, 'manager');
  await page.clock.install();
  await page.route(panelAddress, () => undefined);
  await page.goto(`${origin}/admin/plans/`, { waitUntil: 'domcontentloaded' });
  await page.locator('admin-panel[data-name=PlanGroupsPanel]:defined').waitFor();

  await page.clock.runFor(46_000);

  await page.getByText('This panel could not be read.').waitFor();
});
