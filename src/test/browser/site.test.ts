import { afterAll, beforeAll, describe, expect } from 'vitest';
import { createInterface } from '#i18n';
import { openCurrentSnapshot, type SnapshotReader } from '#snapshot';
import {
  removeSite,
  renderSite,
  renderSiteIn,
  syncSample,
  type SyncedSandbox,
} from '../sample-site.ts';
import { startStaticServer, type StaticServer } from '../static-server.ts';
import { browserTest } from './browser-test.ts';
import { findViolations } from './find-violations.ts';
import { describeKeyboardFlows } from './keyboard-flows.ts';
import { overflowOf } from './page-faults.ts';
import { describeTemplates, splitTemplates } from './template-checks.ts';

let sample: SyncedSandbox;
let snapshot: SnapshotReader;
/** `dist/client` of the site at the root, which has Arabic beside English. */
let root: string;
/** `dist/client` alone, on a plain file server, at the root and below a prefix. */
const servers: Record<string, StaticServer> = {};

beforeAll(async () => {
  sample = await syncSample();
  snapshot = openCurrentSnapshot(sample.snapshotDir);
  root = await renderSiteIn(['en', 'ar'], sample, 'root');
  servers['/'] = await startStaticServer(root);
  const prefixed = await renderSite(sample, 'prefixed', { BASE_PATH: '/x/' });
  servers['/x/'] = await startStaticServer(prefixed, { base: '/x/' });
});

afterAll(async () => {
  for (const server of Object.values(servers)) await server.close();
  removeSite(sample);
});

const { path: addresses } = createInterface({ language: 'en', base: '/' });

/** The address of a page on the server of the base, from its path in the site. */
function at(base: string, address: string): string {
  return (servers[base]?.url ?? '') + address.slice(1);
}

/** One page of each template, the difficult ones included. */
function templates() {
  const courses = [...snapshot.outlines('course')];
  const programs = [...snapshot.outlines('program')];
  const course = (matches: (item: (typeof courses)[number]['item']) => boolean): string =>
    addresses.course(courses.find(({ item }) => matches(item))?.slug ?? '');
  const withRun = courses.find(({ item }) =>
    item.runs.some((run) => run.start?.startsWith('2027')),
  );
  const laterRun = withRun?.item.runs.find((run) => run.start?.startsWith('2027'));
  const runSlug =
    withRun === undefined ? '' : (snapshot.runSlugs(withRun.id).get(laterRun?.key ?? '') ?? '');
  const term = (kind: 'subject' | 'partner' | 'skill'): string => {
    const counts = snapshot.termCounts(kind);
    const found = snapshot.terms(kind).find(({ key }) => (counts.get(key)?.courses ?? 0) >= 3);
    return addresses.term(kind, found?.slug ?? '');
  };
  return {
    home: addresses.home(),
    search: addresses.search({ q: 'statistics' }),
    catalogs: addresses.catalogs(),
    catalog: addresses.catalog(snapshot.catalogs()[0]?.slug ?? ''),
    courses: addresses.courses(),
    course: course((item) => item.runs.length > 2),
    'course without runs': course((item) => item.runs.length === 0),
    'course in Arabic': course((item) => item.language === 'ar'),
    'executive education': course((item) => item.isExecutiveEducation),
    run: addresses.run(withRun?.slug ?? '', runSlug),
    programs: addresses.programs(),
    program: addresses.program(programs.find(({ item }) => item.type !== 'Masters')?.slug ?? ''),
    degree: addresses.program(programs.find(({ item }) => item.type === 'Masters')?.slug ?? ''),
    subjects: addresses.terms('subject'),
    subject: term('subject'),
    partners: addresses.terms('partner'),
    partner: term('partner'),
    skills: addresses.terms('skill'),
    skill: term('skill'),
    about: addresses.about(),
  };
}

describe.each(['/', '/x/'])('on a plain file server at %s', (base) => {
  browserTest('a person finds a course by searching, and its enrollment link', async ({ page }) => {
    await page.goto(at(base, addresses.home()));
    await page.getByRole('combobox').first().fill('statistics');
    await page.keyboard.press('Enter');
    const results = page.locator('[data-results][data-state="ready"]');
    await results.waitFor();
    await page
      .getByRole('link', { name: /Statistics for Everyday Decisions/ })
      .first()
      .click();

    await page
      .getByRole('heading', { level: 1, name: /Statistics for Everyday Decisions/ })
      .waitFor();
    const href = await page.locator('a[data-offer]').first().getAttribute('href');
    expect(snapshot.allEnrollmentUrls()).toContain(href);
  });

  browserTest(
    'a facet narrows the results, stands in the address, and Back undoes it',
    async ({ page }) => {
      await page.goto(at(base, addresses.search()));
      await page.locator('[data-results][data-state="ready"]').waitFor();
      const count = page.locator('[data-part="total"]');
      const total = await count.innerText();
      expect(total).toMatch(/^\d+ courses and programs$/);
      const box = page.getByRole('checkbox', { name: /Advanced/ }).first();
      await box.check();
      await page.waitForURL(/level=advanced/);
      await page
        .getByRole('status')
        .getByText(new RegExp(`^\\d+ of ${total}$`))
        .waitFor({ state: 'attached' });

      await page.goBack();
      await expect.poll(() => count.innerText()).toBe(total);
    },
  );

  browserTest('each kind of page is there', async ({ page }) => {
    for (const [name, address] of Object.entries(templates())) {
      const response = await page.goto(at(base, address));
      expect([name, response?.status()]).toEqual([name, 200]);
      expect(await page.getByRole('heading', { level: 1 }).count(), name).toBe(1);
    }
  });
});

describe.each(['/', '/x/'])('a wrong address at %s', (base) => {
  // The browser reports the 404 itself on the console: a test of its own without that check.
  browserTest('leads to a page that helps', async ({ browser }) => {
    const page = await browser.newPage();
    const response = await page.goto(at(base, '/courses/no-such-course/'));

    expect(response?.status()).toBe(404);
    expect(await page.getByRole('combobox', { name: /^Search/ }).count()).toBeGreaterThan(0);
    const home = await page.getByRole('link', { name: 'Catalogs' }).first().getAttribute('href');
    expect(home).toBe(`${base}catalogs/`);
    await page.close();
  });

  browserTest.for([
    'courses/kit-stat10x/',
    'course/KIT+STAT101x',
    'courses/kit-stat101x/no-such-run/',
  ])('/%s leads to what it may have meant', async (address, { browser }) => {
    const page = await browser.newPage();
    await page.goto(at(base, `/${address}`));
    await page
      .locator('near-pages')
      .getByRole('link', { name: 'Statistics for Everyday Decisions', exact: true })
      .click();

    expect(page.url()).toBe(at(base, addresses.course('kit-stat101x')));
    await page.close();
  });

  browserTest(
    'suggests nothing where nothing is near, and searches for it',
    async ({ browser }) => {
      const page = await browser.newPage();
      await page.goto(at(base, '/cooking-for-cats/'));
      await page.waitForLoadState('networkidle');

      expect(await page.locator('near-pages').isVisible()).toBe(false);
      expect(await page.locator('main').getByRole('combobox').inputValue()).toBe(
        'cooking for cats',
      );
      await page.close();
    },
  );
});

describeTemplates(splitTemplates().common, () => ({ folder: root, url: at('/', '/') }));
describeKeyboardFlows((path) => at('/', path));

browserTest.for(['course in Arabic', 'executive education', 'degree', 'search'] as const)(
  'a page of %s has no accessibility violation and does not scroll sideways',
  async (name, { page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(at('/', templates()[name]));
    if (name === 'search') await page.locator('[data-state="ready"]').waitFor();

    expect(await findViolations(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  },
);

browserTest(
  'the link and the key of a course can be copied, and the page says so',
  async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const address = at('/', templates().course);
    await page.goto(`${address}#runs`);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());

    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('status').getByText('Copied').first().waitFor();
    expect(await copied()).toBe(address);

    await page.getByRole('button', { name: 'Copy key' }).click();
    await expect.poll(copied).toMatch(/^course-v1:/);
  },
);

browserTest(
  'a link to a page is fetched ahead when it is meant, one that leaves is not',
  async ({ page }) => {
    const { course } = templates();
    await page.goto(at('/', course));
    const hints = page.locator('link[rel=prefetch]');
    await page.locator('a[data-offer]').first().focus();
    await page.getByRole('link', { name: 'Skip' }).focus();
    expect(await hints.count()).toBe(0);

    const next = page.waitForRequest(at('/', addresses.programs()));
    await page.getByRole('link', { name: 'Programs', exact: true }).first().hover();

    expect((await next).headers()['sec-purpose']).toBe('prefetch');
    expect(
      await hints.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([at('/', addresses.programs())]);
  },
);

browserTest(
  'lists are shown as rows where that is chosen, on the next page too',
  async ({ page }) => {
    await page.goto(at('/', addresses.courses()));
    const picture = page.locator('article img').first();
    expect(await picture.isVisible()).toBe(true);

    await page.getByRole('radio', { name: 'Cards' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await picture.isVisible()).toBe(false);

    await page.goto(at('/', addresses.programs()));
    expect(await page.getByRole('radio', { name: 'Compact' }).isChecked()).toBe(true);
    expect(await picture.isVisible()).toBe(false);
    expect(await findViolations(page)).toEqual([]);
  },
);

describe('without JavaScript', () => {
  const plainTest = browserTest.override({ contextOptions: { javaScriptEnabled: false } });

  plainTest('the search page leads to every list', async ({ page }) => {
    await page.goto(at('/', addresses.search({ q: 'statistics' })));

    for (const name of ['Catalogs', 'Subjects', 'Partners', 'Skills']) {
      expect(await page.getByRole('link', { name, exact: true }).count(), name).toBeGreaterThan(0);
    }
  });

  plainTest('lists can be shown as rows', async ({ page }) => {
    await page.goto(at('/', addresses.courses()));
    await page.getByRole('radio', { name: 'Compact' }).check();

    expect(await page.locator('article img').first().isVisible()).toBe(false);
  });

  plainTest('a course offers nothing that would not work', async ({ page }) => {
    await page.goto(at('/', templates().course));

    expect(await page.getByRole('button', { name: 'Copy link' }).count()).toBe(0);
  });

  plainTest('a course is found by browsing and shows its enrollment link', async ({ page }) => {
    await page.goto(at('/', addresses.terms('subject')));
    await page
      .getByRole('main')
      .getByRole('link', { name: /Data Analysis/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: /Statistics for Everyday Decisions/ })
      .first()
      .click();

    expect(await page.locator('a[data-offer]').first().isVisible()).toBe(true);
  });
});
