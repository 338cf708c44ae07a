import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
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

describe('a search', () => {
  test('from an address shows results in order, and its filters', async ({ page }) => {
    await open(page, '?q=statistics&subject=data&level=advanced');

    expect(await titles(page)).toEqual(['Applied Statistics for Engineers']);
    expect(await fieldOf(page).inputValue()).toBe('statistics');
    expect(await page.getByLabel('Advanced').isChecked()).toBe(true);
    expect(await page.getByRole('list', { name: 'Filters in use' }).innerText()).toContain(
      'Level: Advanced',
    );
  });

  test.for([
    ['C++', 'C++ from the Ground'],
    ['kit+stat201x', 'Applied Statistics for Engineers'],
    ['تحليل', 'مدخل إلى تحليل البيانات'],
    ['分析', 'データ分析入門'],
  ] as const)('while typing finds %s', async ([query, title], { page }) => {
    await open(page);
    await fieldOf(page).fill(query);
    await page.waitForURL(`**/x/search/?q=*`);
    await isDone(page);

    expect((await titles(page))[0]).toBe(title);
  });

  test('links to pages under the base path, with the title in its own language', async ({
    page,
  }) => {
    await open(page, '?q=分析');
    const link = page.locator('[data-results] a');

    expect(await link.getAttribute('href')).toBe('/x/courses/nhu-ja1x/');
    expect(await page.locator('[data-results] :lang(ja)').first().innerText()).toBe(
      'データ分析入門',
    );
  });

  test('shows everything without a query, page by page', async ({ page }) => {
    await open(page);

    expect(await titles(page)).toHaveLength(24);
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Next' })
      .click();
    await page.waitForURL('**/search/?page=2');
    await isDone(page);

    expect((await titles(page)).at(-1)).toBe('Sampling, an Archived Course');
  });

  test('says how many results there are, politely', async ({ page }) => {
    await open(page, '?q=statistics');

    await page.getByRole('status').getByText('3 of 30 courses and programs').waitFor({
      state: 'attached',
    });
  });
});

describe('a mistyped query', () => {
  test('is searched as it was meant, says so, and can be searched as it is', async ({ page }) => {
    await open(page, '?q=statsitics');
    const meant = await titles(page);
    await open(page, '?q=statistics');
    expect(meant).toEqual(await titles(page));

    await open(page, '?q=statsitics');
    await page.getByText('These have “statistics”.').waitFor();
    await page.getByRole('link', { name: 'Only “statsitics”' }).click();
    await page.waitForURL('**/search/?q=%22statsitics%22');
    await page.locator('[data-results][data-state="empty"]').waitFor({ state: 'attached' });

    await page.goBack();
    await page.getByText('These have “statistics”.').waitFor();
    expect(await titles(page)).toEqual(meant);
    expect(await findViolations(page)).toEqual([]);
  });
});

describe('a filter', () => {
  test('narrows the results, stands in the address and begins at the first page', async ({
    page,
  }) => {
    await open(page, '?page=2');
    await page.getByLabel('Computer science').check();
    await page.waitForURL('**/search/?subject=computing');
    await isDone(page);

    expect(await titles(page)).toEqual(['C++ from the Ground', 'Programming in C']);
  });

  test('leaves the counts of its own facet as they are, and says those of the others', async ({
    page,
  }) => {
    await open(page, '?subject=computing');

    expect(await countOf(page, 'Data analysis')).toBe('28');
    expect(await countOf(page, 'Introductory')).toBe('2');
    expect(await page.getByLabel('Advanced').isDisabled()).toBe(true);
  });

  test('goes when its chip is pressed', async ({ page }) => {
    await open(page, '?subject=computing&level=introductory');
    await page.getByRole('link', { name: 'Subject: Computer science' }).click();
    await page.waitForURL('**/search/?level=introductory');
    await isDone(page);

    expect(await page.getByLabel('Computer science').isChecked()).toBe(false);
  });

  test('stands in a dialog on narrow screens', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 700 });
    await open(page, '?level=introductory');
    await page.getByRole('button', { name: 'Filters (1)' }).click();
    const dialog = page.getByRole('dialog', { name: 'Filters' });
    await dialog.getByLabel('Computer science').check();
    await dialog.getByRole('button', { name: 'Show 2 results' }).click();

    expect(await dialog.isVisible()).toBe(false);
    expect(await titles(page)).toHaveLength(2);
  });
});

test('the present list is saved whole, in its order, with the day of its data', async ({
  page,
}) => {
  await open(page, '?subject=computing&subject=data&sort=title');
  const pages = await page.getByRole('navigation', { name: 'Pages' }).count();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'This list as CSV' }).click();
  const file = await download;
  const text = await readFile(await file.path(), 'utf8');
  const [head, ...lines] = text.split('\r\n');

  expect(file.suggestedFilename()).toBe('courses-2027-01-20.csv');
  expect(head).toMatch(/^\uFEFFTitle,Kind,Key,Partner,.*,Address,Data of$/);
  expect(pages).toBe(1);
  expect(lines).toHaveLength(30 + 1);
  expect(lines[0]).toBe(
    'Applied Statistics for Engineers,Course,KIT+STAT201x,Kestrel Institute,Data analysis,Advanced,,,Upcoming,' +
      '2027-01-12,,,6,3,5,,Included in the subscription,,English,English,Sampling,Core catalog; All staff,' +
      'All about Applied Statistics for Engineers.,https://learn.example/x/courses/kit-stat201x/,2027-01-20',
  );
  expect(lines.at(-2)).toMatch(/^データ分析入門,/);
});

test('an address may ask for what everything has', async ({ page }) => {
  await open(page, '?q=statistics&skill=sampling');

  expect(await titles(page)).toHaveLength(3);
  expect(await page.getByRole('list', { name: 'Filters in use' }).innerText()).toContain(
    'Skill: Sampling',
  );
});

describe('Back', () => {
  test('restores query, filters and results, and Forward does so again', async ({ page }) => {
    await open(page, '?q=statistics');
    await page.getByLabel('Advanced').check();
    await page.waitForURL('**&level=advanced');
    await fieldOf(page).fill('sampling');
    await page.waitForURL('**?q=sampling&level=advanced');
    await page.goBack();
    await page.goBack();
    await isDone(page, 3);

    expect(await fieldOf(page).inputValue()).toBe('statistics');
    expect(await page.getByLabel('Advanced').isChecked()).toBe(false);
    await page.goForward();
    await isDone(page, 1);
    expect(await page.getByLabel('Advanced').isChecked()).toBe(true);
  });

  test('restores the place on the page', async ({ page }) => {
    await open(page);
    await page.evaluate(() => scrollTo(0, 900));
    await page.waitForFunction(() => (history.state as { scroll?: number } | null)?.scroll === 900);
    await page.goto(site.url);
    await page.goBack();
    await isDone(page, 24);

    await page.waitForFunction(() => scrollY === 900);
  });
});

describe('nothing found', () => {
  test('names the filters that are in the way, with what is there without them', async ({
    page,
  }) => {
    await open(page, '?q=statistics&level=advanced&availability=archived');

    const way = page.getByRole('listitem').filter({ hasText: 'Without Availability: Archived' });
    expect(await way.innerText()).toContain('1 course or program');
    await way.getByRole('link').click();
    await isDone(page, 1);
    expect(new URL(page.url()).search).toBe('?q=statistics&level=advanced');
  });

  test('of unknown words is no result, not a similar one', async ({ page }) => {
    await open(page, '?q=xyzzy');

    expect(await titles(page)).toEqual([]);
    await page.getByText('No course or program matches “xyzzy”.').waitFor();
    expect(await page.getByRole('link', { name: 'Everything' }).getAttribute('href')).toBe(
      '/x/search/',
    );
  });
});

test('a search that fails says so and can be tried again', async ({ browser }) => {
  // A page of its own: the browser complains about files that are missing.
  const page = await browser.newPage();
  const index = path.join(site.folder, 'search', 'index.json');
  await rename(index, `${index}.gone`);
  await page.goto(`${site.url}search/?q=statistics`);
  await page.getByRole('alert').getByText('The search index did not arrive.').waitFor();
  expect(await page.locator('[data-results]').getAttribute('data-state')).toBe('error');
  expect(await page.getByRole('alert').getByRole('link', { name: 'Subjects' }).count()).toBe(1);

  await rename(`${index}.gone`, index);
  await page.getByRole('button', { name: 'Try again' }).click();
  await isDone(page, 3);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.close();
});

test.for(['', '?q=statistics&subject=data&level=advanced', '?q=xyzzy'])(
  'has no barriers that axe knows: %s',
  async (search, { page }) => {
    await open(page, search);

    expect(await findViolations(page)).toEqual([]);
  },
);

describe('without JavaScript', () => {
  test.override({ contextOptions: { javaScriptEnabled: false } });

  test('the first items, the field and the links beside it show, and why', async ({ page }) => {
    await page.goto(`${site.url}search/`);

    expect(await page.getByRole('searchbox').count()).toBe(1);
    expect(await page.locator('[data-results] article').count()).toBe(24);
    expect(await page.getByRole('complementary', { name: 'Filters' }).isVisible()).toBe(false);
    expect(await page.getByText('Searching needs JavaScript').isVisible()).toBe(true);
    expect(await page.getByText('Or browse the lists.').isVisible()).toBe(true);
  });
});

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`${site.url}search/${search}`);
  await isDone(page);
}

/** Waits until a search has ended, with so many results where it is said. */
async function isDone(page: Page, results?: number): Promise<void> {
  await page
    .locator('[data-results]:is([data-state="ready"], [data-state="empty"])')
    .waitFor({ state: 'attached' });
  if (results !== undefined) {
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('[data-results] article').length === wanted,
      results,
    );
  }
}

function fieldOf(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search courses and programs' });
}

function titles(page: Page): Promise<string[]> {
  return page.locator('[data-results] a').allInnerTexts();
}

function countOf(page: Page, label: string): Promise<string> {
  return page.locator('label', { hasText: label }).locator('[data-count]').innerText();
}
