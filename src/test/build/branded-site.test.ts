import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInterface } from '#i18n';
import { createSandbox } from '#sandbox';
import { testNow } from '../builders.ts';
import { removeSite, renderSite, testSiteUrl, type SyncedSandbox } from '../sample-site.ts';
import { listFiles, readPages } from '../site-files.ts';
import { syncSandbox } from '../sync-sandbox.ts';

let synced: SyncedSandbox;
let root: string;
let pages: Map<string, string>;

beforeAll(async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-branded-'));
  const sandbox = await createSandbox({ now: new Date(testNow), courses: 20 });
  const snapshotDir = path.join(directory, 'snapshot');
  const report = await syncSandbox(sandbox.url, snapshotDir);
  await sandbox.close();
  synced = { directory, snapshotDir, report };
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"></svg>';
  writeFileSync(path.join(directory, 'logo.svg'), logo);
  const config = path.join(directory, 'site.json');
  writeFileSync(
    config,
    JSON.stringify({
      companyName: 'Orange Grove',
      siteName: 'Learning',
      headline: 'Grow with us',
      logo: { file: 'logo.svg' },
      colors: { accent: '#ff6600' },
      home: { sections: ['catalogs', 'featured'], featured: ['KIT+STAT101x', 'NO+SUCH'] },
      prices: 'hide',
      languages: ['en', 'ar'],
      supportUrl: 'https://help.orange.example/learning',
      links: [{ label: 'Intranet', url: 'https://intranet.orange.example/' }],
    }),
  );
  root = await renderSite(synced, 'site', { SITE_CONFIG: config });
  pages = readPages(root);
});

afterAll(() => {
  removeSite(synced);
});

test('every page has the company’s name, logo, links and support', () => {
  for (const [page, html] of pages) {
    expect(html, page).toMatch(
      /<img src="\/_astro\/logo\.[\w-]+\.svg" width="120" height="40" alt=""/,
    );
    expect(html, page).toContain('Orange Grove');
    expect(html, page).toContain('<a href="https://intranet.orange.example/">Intranet</a>');
    expect(html, page).toContain('<a href="https://help.orange.example/learning">');
  }
});

test('the company’s colour, made readable, is in the styles, and ours is behind it', () => {
  const sheets = listFiles(root).filter((file) => file.endsWith('.css'));
  const styles = sheets.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');

  expect(styles).toMatch(/--_brand-day:\s*#801f00;\s*--_brand-night:\s*#fcaf8f/);
});

test('the start page has the sections that were asked for, in their order', () => {
  const home = pages.get('') ?? '';
  const headings = Array.from(home.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g), ([, text]) => text?.trim());

  expect(home).toMatch(/<h1[^>]*>Grow with us<\/h1>/);
  expect(headings).toEqual(['Catalogs', 'Chosen for you']);
  expect(home).toContain('Statistics for Everyday Decisions');
});

test('no file says an amount of money', () => {
  const saying = listFiles(root)
    .filter((file) => /\.(?:html|json)$/.test(file))
    .filter((file) => /\$\d|"price":/.test(readFileSync(path.join(root, file), 'utf8')));

  expect(saying).toEqual([]);
});

test('each page stands in each language, and says where the other is', () => {
  const english = [...pages.keys()].filter((page) => !page.startsWith('ar/'));
  const arabic = [...pages.keys()].filter((page) => page.startsWith('ar/'));

  expect(arabic.map((page) => page.slice('ar/'.length))).toEqual(
    english.filter((page) => page !== '404.html'),
  );
  for (const page of arabic) {
    const html = pages.get(page) ?? '';
    expect(html, page).toContain('<html lang="ar" dir="rtl">');
    expect(html, page).toContain(
      `<link rel="alternate" hreflang="en" href="${testSiteUrl}/${encodeURI(page.slice('ar/'.length))}">`,
    );
    expect(html, page).toMatch(/<a href="\/[^"]*" hreflang="en"[^>]*>\s*English\s*<\/a>/);
  }
});

test('a page is worded in its language, and what the API says keeps its own', () => {
  const { t } = createInterface({ language: 'ar', base: '/' });
  const course = pages.get('ar/courses/kit-stat101x/') ?? '';

  expect(course).toContain(t('enroll.button'));
  expect(course).toMatch(
    /<h1[^>]* lang="en[^"]*" dir="ltr"[^>]*>Statistics for Everyday Decisions</,
  );
  // Only the switch leads out of the language.
  expect(course.match(/href="\/courses\//g)).toHaveLength(1);
});

test('results of a search are worded in its language', () => {
  const { t } = createInterface({ language: 'ar', base: '/' });
  const folder = path.join(root, 'ar', 'search', 'cards');
  const cards = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));

  expect(cards.length).toBeGreaterThan(20);
  expect(cards.filter((card) => !card.includes('"url":"/ar/'))).toEqual([]);
  expect(cards.some((card) => card.includes(t('kind.course')))).toBe(true);
});
