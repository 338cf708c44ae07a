import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import {
  listTemplates,
  pickExtremes,
  readPagesByTemplate,
  type BuiltPage,
} from '../../../scripts/lib/look/templates.ts';
import { browserTest } from './browser-test.ts';
import { findViolations } from './find-violations.ts';
import {
  findClippedText,
  findLostFocus,
  findMotion,
  overflowOf,
  saveData,
  shiftOf,
  watchShifts,
} from './page-faults.ts';

/** Only colours change with these: the rest of the page is what axe has seen in the first one. */
const themes = [
  { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  { colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
  { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' },
] as const;

const phone = { width: 360, height: 800 };
const desk = { width: 1280, height: 900 };
/** A desk's window at 400 %. */
const zoomed = { width: 320, height: 256 };

/** A site that has Arabic beside its first language: its folder, and where it is served. */
export interface CheckedSite {
  folder: string;
  url: string;
}

/** Those that people see most: the others are as long again to look at, and are in the long tests. */
const common = [
  'home',
  'search',
  'courses-course',
  'courses-course-run',
  'programs-program',
  'catalogs-catalog',
];

/** The names of all templates: those that every test run looks at, and the others. */
export function splitTemplates(): { common: string[]; others: string[] } {
  const names = listTemplates().map(({ name }) => name);
  const absent = common.filter((name) => !names.includes(name));
  if (absent.length > 0) throw new Error(`There are no templates ${absent.join(', ')}.`);
  return { common, others: names.filter((name) => !common.includes(name)) };
}

/** What must be right on each template, looked at in a browser with its longest and its emptiest page. */
export function describeTemplates(names: readonly string[], site: () => CheckedSite): void {
  let pages: Map<string, BuiltPage[]>;
  beforeAll(() => {
    pages = readPagesByTemplate(site().folder);
  });
  const pick = (template: string, extreme: 'longest' | 'emptiest'): string => {
    const built = pages.get(template) ?? [];
    if (built.length === 0) throw new Error(`No page of ${template} was built.`);
    const picked = pickExtremes(template, built);
    return (picked.get(extreme) ?? picked.get('longest'))?.address ?? '';
  };
  const open = async (page: Page, address: string): Promise<void> => {
    await page.goto(site().url + address);
    await page.locator('[data-state="loading"]').waitFor({ state: 'detached' });
  };

  describe.each(names)('every page like %s', (template) => {
    browserTest('can be read, reached and seen', async ({ page }) => {
      await saveData(page);
      await watchShifts(page);
      await page.setViewportSize(phone);
      await open(page, pick(template, 'longest'));
      expect.soft(await shiftOf(page), 'layout shift').toBe(0);

      await page.setViewportSize(desk);
      await page.keyboard.press('Tab');
      expect.soft(await page.locator(':focus').getAttribute('href')).toBe('#main');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect.soft(await page.locator('main :focus, footer :focus').count()).toBe(1);
      expect.soft(await findLostFocus(page), 'focus').toEqual([]);
      expect.soft(await findViolations(page), 'light').toEqual([]);
      for (const theme of themes) {
        await page.emulateMedia(theme);
        expect
          .soft(await findViolations(page, ['color-contrast']), JSON.stringify(theme))
          .toEqual([]);
      }

      await page.setViewportSize(zoomed);
      for (const extreme of ['longest', 'emptiest'] as const) {
        if (extreme === 'emptiest') await open(page, pick(template, extreme));
        expect.soft(await overflowOf(page), extreme).toBe(0);
        expect.soft(await findClippedText(page), extreme).toEqual([]);
        expect.soft(await findMotion(page), extreme).toEqual([]);
      }
    });

    browserTest('reads from right to left as well', async ({ page }) => {
      await page.setViewportSize(zoomed);
      await page.emulateMedia({ colorScheme: 'dark' });
      await open(page, `ar/${pick(template, 'longest')}`);

      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await findViolations(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    });
  });

  describe('without JavaScript', () => {
    // Holds for the whole block that it is called in.
    const plainTest = browserTest.override({ contextOptions: { javaScriptEnabled: false } });

    plainTest.for(names)('every page like %s says what it says', async (template, { page }) => {
      await page.goto(site().url + pick(template, 'longest'));

      const main = page.locator('main');
      expect(await main.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await main.getByRole('link').count()).toBeGreaterThan(0);
      expect(await main.locator('[aria-busy=true], [data-waiting]').count()).toBe(0);
    });
  });
}
