import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { searchRecords } from '../search-records.ts';
import { startSearchSite, type SearchSite } from '../search-site.ts';
import { browserTest as test } from './browser-test.ts';
import { findViolations } from './find-violations.ts';

let site: SearchSite;

beforeAll(async () => {
  site = await startSearchSite(searchRecords(), '/x/');
});

afterAll(() => site.close());

// The page `all/` has a field as other pages have it; `search/` shows results while one types.
describe('while somebody types', () => {
  test('courses, programs, subjects, skills and partners are suggested', async ({ page }) => {
    await type(page, 'stat');

    expect(await groupsOf(page)).toEqual({
      Courses: [
        ['Statistics for Everyday Decisions', 'Kestrel Institute'],
        ['Applied Statistics for Engineers', 'Kestrel Institute'],
      ],
      Programs: [['Statistics and Data Practice', 'Kestrel Institute']],
    });
    expect(await options(page).first().locator('mark').innerText()).toBe('Statistics');

    await type(page, 'samp');
    expect((await groupsOf(page))['Subjects, skills, partners']).toEqual([
      ['Sampling', 'Skill · 30'],
    ]);
  });

  test('mistakes are forgiven, and what nothing is called has no list', async ({ page }) => {
    await type(page, 'statsitics');
    expect((await groupsOf(page))['Courses']?.[0]?.[0]).toBe('Statistics for Everyday Decisions');

    await fieldOf(page).fill('xyzzy');
    await list(page).waitFor({ state: 'hidden' });
    expect(await fieldOf(page).getAttribute('aria-expanded')).toBe('false');
  });

  test('it is said once how many there are', async ({ page }) => {
    await type(page, 'stat');

    await page.getByRole('status').getByText('3 suggestions').waitFor({ state: 'attached' });
  });

  test('a title keeps its language', async ({ page }) => {
    await type(page, '分析');

    expect(await options(page).first().locator('span').getAttribute('lang')).toBe('ja');
  });

  test('on the search page only what leads away from it is', async ({ page }) => {
    await type(page, 'data', 'search/');

    expect(Object.keys(await groupsOf(page))).toEqual(['Subjects, skills, partners']);
    await page.locator('[data-results][data-state="ready"]').waitFor();
  });
});

describe('by keyboard', () => {
  test('/ and Ctrl K lead to the field, but not while one writes', async ({ page }) => {
    await page.goto(`${site.url}all/`);
    await page.keyboard.press('/');
    expect(await isFocused(page)).toBe(true);
    await page.keyboard.type('a/b');
    expect(await fieldOf(page).inputValue()).toBe('a/b');

    await fieldOf(page).blur();
    await page.keyboard.press('Control+k');
    expect(await isFocused(page)).toBe(true);
  });

  test('arrows choose as in a ring, Home and End stay with the text', async ({ page }) => {
    await type(page, 'stat');
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe('Statistics for Everyday Decisions');
    await page.keyboard.press('ArrowUp');
    expect(await chosen(page)).toBe('Statistics and Data Practice');
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe('Statistics for Everyday Decisions');

    await page.keyboard.press('Home');
    expect(await chosen(page)).toBe(undefined);
    await page.keyboard.type('x');
    expect(await fieldOf(page).inputValue()).toBe('xstat');
  });

  test('Enter goes where the choice leads, else to the search', async ({ page }) => {
    await page.route('**/x/courses/**', (route) => route.fulfill({ body: 'A course' }));
    await type(page, 'stat');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/x/courses/kit-stat101x/');

    await type(page, 'stat');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/x/search/?q=stat');
  });

  test('Esc closes the list, then empties the field; Down opens it again', async ({ page }) => {
    await type(page, 'stat');
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'hidden' });
    expect(await fieldOf(page).inputValue()).toBe('stat');
    await page.keyboard.press('ArrowDown');
    await list(page).waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await fieldOf(page).inputValue()).toBe('');
    await page.keyboard.press('Tab');
    expect(await isFocused(page)).toBe(false);
  });
});

describe('recent searches', () => {
  test('are offered to an empty field, and can be forgotten', async ({ page }) => {
    for (const query of ['sampling', 'statistics']) {
      await page.goto(`${site.url}search/?q=${query}`);
      await page.locator('[data-results][data-state="ready"]').waitFor();
    }
    await page.goto(`${site.url}all/`);
    await fieldOf(page).click();
    await list(page).waitFor();
    const all = [['statistics'], ['sampling'], ['Forget what I looked for']];
    expect(await groupsOf(page)).toEqual({ 'You looked for': all });

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await expect.poll(() => groupsOf(page)).toEqual({ 'You looked for': all.slice(1) });

    await options(page).last().click();
    await list(page).waitFor({ state: 'hidden' });
    await page.reload();
    await fieldOf(page).click();
    expect(await list(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('are not there, and nothing breaks, where storage is off', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Storage is off.', 'SecurityError');
        },
      });
    });
    await page.goto(`${site.url}search/?q=statistics`);
    await page.locator('[data-results][data-state="ready"]').waitFor();
    await type(page, 'stat');

    expect(Object.keys(await groupsOf(page))).toEqual(['Courses', 'Programs']);
  });
});

test.for(['light', 'dark', 'forced'] as const)('has no barriers in %s', async (theme, { page }) => {
  await page.emulateMedia({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced' ? 'active' : 'none',
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await type(page, 'stat');
  await page.keyboard.press('ArrowDown');

  expect(await findViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

/** Types into the field of a page, and waits for what is suggested. */
async function type(page: Page, query: string, address = 'all/'): Promise<void> {
  await page.goto(site.url + address);
  await fieldOf(page).click();
  await fieldOf(page).pressSequentially(query);
  await list(page).waitFor();
}

function fieldOf(page: Page): Locator {
  return page.getByRole('combobox', { name: /^Search/ });
}

function list(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Suggestions' });
}

function options(page: Page): Locator {
  return list(page).getByRole('option');
}

function isFocused(page: Page): Promise<boolean> {
  return fieldOf(page).evaluate((field) => field === document.activeElement);
}

/** The words of the option that the field says is chosen. */
async function chosen(page: Page): Promise<string | undefined> {
  const id = await fieldOf(page).getAttribute('aria-activedescendant');
  if (id === null) return undefined;
  const option = page.locator(`[id="${id}"]`);
  expect(await option.getAttribute('aria-selected')).toBe('true');
  return option.locator('span').innerText();
}

/** What is suggested, in its groups: the words, and the note beside them. */
async function groupsOf(page: Page): Promise<Record<string, string[][]>> {
  const groups = await list(page).getByRole('group').all();
  const read = groups.map(async (group) => {
    const found = await group.getByRole('option').all();
    const texts = found.map((option) => option.locator('span, small').allInnerTexts());
    return [await group.locator('p').innerText(), await Promise.all(texts)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
