import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox } from '#sandbox';
import { testNow } from '../builders.ts';
import { removeSite, renderSite, type SyncedSandbox } from '../sample-site.ts';
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
    .filter((file) => /\$\d/.test(readFileSync(path.join(root, file), 'utf8')));

  expect(saying).toEqual([]);
});
