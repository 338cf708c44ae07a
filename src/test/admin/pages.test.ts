import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { adminPaths } from '#admin';
import { findViolations } from '../browser/find-violations.ts';
import { printedPlan } from '../licensing-sandbox.ts';
import { browserTest, enter, openAdmin } from './admin-page-test.ts';
import { startAdminSite } from './start-site.ts';

const paths = adminPaths({ basePath: '/' });

/** Every page that is the same whoever opens it, the ones about signing in included. */
const pages = {
  overview: paths.overview,
  plans: paths.plans,
  plan: paths.plan(printedPlan),
  'unknown plan': paths.plan('33333333-3333-4333-8333-333333333333'),
  'failed sign-in': '/admin/sign-in/failed/?why=expired',
  'signed out': '/admin/signed-out/',
};

describe.each(['manager', 'viewer'] as const)('as %s', (who) => {
  describe.each([
    { name: 'phone', width: 320 },
    { name: 'desktop', width: 1280 },
  ])('on a $name', ({ width }) => {
    browserTest.override({ contextOptions: { viewport: { width, height: 800 } } });

    browserTest('every page is accessible and fits its window', async ({ page }) => {
      const { origin } = await startAdminSite();
      await enter(page, origin, who);

      expect(await findProblems(page, origin)).toEqual([]);
    });
  });

  describe('without scripts', () => {
    browserTest.override({ contextOptions: { javaScriptEnabled: false } });

    browserTest('a link leads to pages with their panels in them', async ({ page }) => {
      const { origin } = await startAdminSite();
      await enter(page, origin, who);
      await page.getByRole('link', { name: 'Show it without scripts' }).click();

      for (const [name, address] of Object.entries(pages)) {
        await page.goto(origin + address);
        expect(await page.getByRole('heading', { level: 1 }).count(), name).toBe(1);
        expect(await page.locator('[data-waiting]').count(), name).toBe(0);
      }
    });
  });
});

browserTest('the area works below a prefix', async ({ page }) => {
  const { origin } = await startAdminSite({ base: '/learn/' });
  await enter(page, `${origin}/learn`, 'manager');

  await openAdmin(page, `${origin}/learn/admin/plans/`);
  await page.getByRole('link', { name: 'Learning for everyone', exact: true }).click();

  await page.waitForURL(`${origin}/learn/admin/plans/${printedPlan}/`);
  await page.getByRole('heading', { name: 'Learning for everyone' }).waitFor();
});

async function findProblems(page: Page, origin: string): Promise<string[]> {
  const problems: string[] = [];
  for (const [name, address] of Object.entries(pages)) {
    await openAdmin(page, origin + address);
    const violations = await findViolations(page);
    const isTooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    problems.push(...violations.map((violation) => `${name}: ${violation}`));
    if (isTooWide) problems.push(`${name}: wider than its window`);
  }
  return problems;
}
