import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest } from './browser-test.ts';

/** More than any page of the sample has places to stop at. */
const mostStops = 400;

/** What a person does without a pointer. `urlOf` gives the address of a page from its path in the site. */
export function describeKeyboardFlows(urlOf: (path: string) => string): void {
  describe('by keyboard alone', () => {
    browserTest('a course is searched for, filtered and enrolled in', async ({ page }) => {
      await page.goto(urlOf('/'));
      await tabTo(page, page.getByRole('combobox').first());
      await page.keyboard.type('statistics');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=statistics$/);
      await resultsOf(page).waitFor();
      const level = page.getByRole('checkbox', { name: /Introductory/ });
      await tabTo(page, level);
      await page.keyboard.press('Space');
      await page.waitForURL(/level=introductory/);
      await resultsOf(page).waitFor();
      expect(await isFocused(level)).toBe(true);

      await enter(
        page,
        page.getByRole('link', { name: 'Statistics for Everyday Decisions', exact: true }),
      );
      await page.waitForURL(/\/courses\/kit-stat101x\/$/);
      await tabTo(page, page.locator('a[data-offer]').first());
    });

    browserTest('a list is walked through to a course', async ({ page }) => {
      await page.goto(urlOf('/'));
      await enter(page, page.getByRole('link', { name: 'All courses' }).first());
      await page.waitForURL(/\/courses\/$/);
      await enter(page, page.getByRole('link', { name: 'Next' }));
      await page.waitForURL(/\/courses\/2\/$/);
      await enter(page, page.locator('article a').first());
      await page.waitForURL(/\/courses\/[^/]*[a-z][^/]*\/$/);
    });

    browserTest('a subject leads to its courses, a program to one of its own', async ({ page }) => {
      await page.goto(urlOf('/'));
      await enter(page, page.getByRole('link', { name: 'Subjects', exact: true }).first());
      await page.waitForURL(/\/subjects\/$/);
      await enter(page, page.getByRole('main').getByRole('link', { name: /Data Analysis/ }));
      await page.waitForURL(/\/subjects\/[^/]+\/$/);
      await tabTo(page, page.locator('article a').first());

      await enter(page, page.getByRole('link', { name: 'Programs', exact: true }).first());
      await page.waitForURL(/\/programs\/$/);
      await enter(
        page,
        page.getByRole('link', { name: 'Data Practice for Decision Makers' }).first(),
      );
      await page.waitForURL(/\/programs\/.+\/$/);
      await enter(page, page.getByRole('main').locator('a[href*="/courses/"]').first());
      await page.waitForURL(/\/courses\/.+\/$/);
    });

    browserTest('the language is changed, and changed back', async ({ page }) => {
      await page.goto(urlOf('/courses/kit-stat101x/'));
      await enter(page, page.getByRole('link', { name: 'العربية' }));
      await page.waitForURL(/\/ar\/courses\/kit-stat101x\/$/);
      await enter(page, page.getByRole('contentinfo').getByRole('link', { name: 'English' }));
      await page.waitForURL(/\d\/courses\/kit-stat101x\/$/);
    });

    browserTest('filters on a phone keep the focus until they are closed', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 700 });
      await page.goto(urlOf('/search/?q=statistics'));
      await resultsOf(page).waitFor();
      const opener = page.getByRole('button', { name: /^Filters/ });
      await enter(page, opener);
      const dialog = page.getByRole('dialog', { name: 'Filters' });
      await dialog.waitFor();
      const box = dialog.getByRole('checkbox').first();
      await tabTo(page, box);
      await page.keyboard.press('Space');
      expect(await box.isChecked()).toBe(true);
      expect(await isFocused(box)).toBe(true);

      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
      expect(await isFocused(page.getByRole('button', { name: /^Filters/ }))).toBe(true);
    });

    // The browser reports the 404 itself on the console: a page of its own without that check.
    browserTest('a wrong address leads to the right one', async ({ browser }) => {
      const page = await browser.newPage();
      await page.goto(urlOf('/courses/kit-stat10x/'));
      const near = page
        .locator('near-pages')
        .getByRole('link', { name: 'Statistics for Everyday Decisions', exact: true });
      await near.waitFor();
      await enter(page, near);
      await page.waitForURL(/\/courses\/kit-stat101x\/$/);
      await page.close();
    });
  });
}

function resultsOf(page: Page): Locator {
  return page.locator('[data-results][data-state="ready"]');
}

async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes on with Tab, as often as it takes, until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(target)}.`);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
