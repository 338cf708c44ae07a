import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { availabilityOf, termKinds, withExternalDates } from '#catalog';
import { createInterface } from '#i18n';
import { createSandbox } from '#sandbox';
import { openCurrentSnapshot, type SnapshotReader } from '#snapshot';
import { testNow } from '../builders.ts';
import { renderSite, testSiteUrl } from '../sample-site.ts';
import { attributesOf, headOf, listFiles, readPages } from '../site-files.ts';
import { describeMachines } from './machine-checks.ts';
import { listSheets, weightOf } from './page-weight.ts';

const sample = inject('sampleSite');
const { root } = sample;
let snapshot: SnapshotReader;
let again: string;
let prefixed: string;
let pages: Map<string, string>;

beforeAll(async () => {
  snapshot = openCurrentSnapshot(sample.snapshotDir);
  again = await renderSite(sample, 'again');
  prefixed = await renderSite(sample, 'prefixed', { BASE_PATH: '/x/' });
  pages = readPages(root);
});

const { path: addresses } = createInterface({ language: 'en', base: '/' });

/** The page's path in `dist/client`, as the file system has it. */
function pageOf(address: string): string {
  return decodeURIComponent(address).slice(1);
}

describe('every item has its page', () => {
  test('every visible course', () => {
    const missing = [...snapshot.outlines('course')].filter(
      ({ slug }) => !pages.has(pageOf(addresses.course(slug))),
    );

    expect(sample.report.stored.courses).toBeGreaterThanOrEqual(300);
    expect(missing).toEqual([]);
  });

  test('every run that is not over; those that are over have none', () => {
    for (const { id, slug, item } of snapshot.outlines('course')) {
      const slugs = snapshot.runSlugs(id);
      for (const run of item.runs.map((stored) => withExternalDates(item, stored))) {
        const page = pageOf(addresses.run(slug, slugs.get(run.key) ?? ''));
        expect([page, pages.has(page)]).toEqual([
          page,
          availabilityOf(run, testNow) !== 'archived',
        ]);
      }
    }
  });

  test('every visible program', () => {
    const programs = [...snapshot.outlines('program')];

    expect(programs.length).toBeGreaterThanOrEqual(20);
    expect(programs.filter(({ slug }) => !pages.has(pageOf(addresses.program(slug))))).toEqual([]);
  });

  test('every catalog and term; skills from three courses on, instructors from two', () => {
    const minimum: Partial<Record<string, number>> = { skill: 3, instructor: 2 };
    for (const { slug } of snapshot.catalogs())
      expect(pages.has(pageOf(addresses.catalog(slug)))).toBe(true);
    for (const kind of termKinds) {
      const counts = snapshot.termCounts(kind);
      for (const { key, slug } of snapshot.terms(kind)) {
        const { courses = 0, programs = 0 } = counts.get(key) ?? {};
        const hasPage = courses + programs > 0 && courses >= (minimum[kind] ?? 0);
        expect([slug, pages.has(pageOf(addresses.term(kind, slug)))]).toEqual([slug, hasPage]);
      }
    }
  });

  test('the pages of the frame', () => {
    const frame = [
      '',
      'search/',
      'catalogs/',
      'courses/',
      'programs/',
      'subjects/',
      'partners/',
      'skills/',
      'instructors/',
      'levels/',
      'languages/',
      'starting-soon/',
      'closing-soon/',
      'about/',
      '404.html',
    ];

    expect(frame.filter((page) => !pages.has(page))).toEqual([]);
  });
});

describe('every enrollment link is the API’s, verbatim', () => {
  test('on course and program pages', () => {
    const offered = new Set(snapshot.allEnrollmentUrls());
    const links = [...pages.values()].flatMap((html) =>
      [...html.matchAll(/<a\b[^>]*\bdata-offer\b[^>]*>/g)].flatMap(([tag]) =>
        attributesOf(tag, 'href'),
      ),
    );

    expect(links.length).toBeGreaterThan(300);
    expect(links.filter((link) => !offered.has(link))).toEqual([]);
  });
});

describe('every page', () => {
  test('has a title of its own kind, a description, a canonical address and a language', () => {
    for (const [page, html] of pages) {
      const head = headOf(html);
      expect(head.title, page).toMatch(/Tarnholt/);
      expect(head.description?.trim(), page).toBeTruthy();
      expect(head.language, page).toBe('en');
      if (page !== '404.html')
        expect(decodeURI(head.canonical ?? ''), page).toBe(`${testSiteUrl}/${page}`);
    }
  });

  test('has one main heading', () => {
    for (const [page, html] of pages)
      expect([page, html.match(/<h1\b/g)?.length]).toEqual([page, 1]);
  });

  test('has no inline script, style or handler, and asks no other host', () => {
    const faults: string[] = [];
    for (const [page, html] of pages) {
      for (const [tag, attributes = ''] of html.matchAll(/<script\b([^>]*)>/g)) {
        if (!/\ssrc="\//.test(attributes) && !/type="application\/(?:ld\+)?json"/.test(attributes))
          faults.push(`${page}: ${tag}`);
      }
      if (/<style\b/.test(html)) faults.push(`${page}: <style>`);
      if (/<[^>]+\sstyle="/.test(html)) faults.push(`${page}: style=`);
      if (/<[^>]+\son[a-z]+="/.test(html)) faults.push(`${page}: handler`);
      for (const source of [...attributesOf(html, 'src'), ...attributesOf(html, 'srcset')]) {
        if (!source.startsWith('/')) faults.push(`${page}: ${source}`);
      }
      for (const [link = ''] of html.matchAll(/<link\b[^>]*>/g)) {
        if (!/rel="canonical"/.test(link) && /href="(?!\/)/.test(link))
          faults.push(`${page}: ${link}`);
      }
    }
    for (const file of listFiles(root).filter((name) => name.endsWith('.css'))) {
      const css = readFileSync(path.join(root, file), 'utf8');
      for (const [, source = ''] of css.matchAll(/url\(["']?([^"')]+)/g)) {
        if (/^(?:https?:)?\/\//.test(source)) faults.push(`${file}: ${source}`);
      }
    }

    expect(faults).toEqual([]);
  });

  test('has the styles of all its components, and none of the admin area', () => {
    const sheets = new Set(
      [...pages.values()].map((html) =>
        listSheets(html, root)
          .map((file) => readFileSync(file, 'utf8'))
          .join(''),
      ),
    );
    const [css = ''] = sheets;

    // The same on every page, so that the first one fetches them for all.
    expect(sheets.size).toBe(1);
    for (const selector of ['.masthead', '.facts', '.button', '.state']) {
      expect(css).toContain(selector);
    }
    expect(css).not.toContain('admin-panel');
  });

  test('shows no value that is missing', () => {
    for (const [page, html] of pages) {
      const text = html.replace(/<[^>]*>/g, ' ');
      expect(text, page).not.toMatch(/\b(?:undefined|NaN|Invalid Date|\[object Object\])\b/);
      expect(html, page).not.toMatch(/>\s*null\s*</);
    }
  });

  test('is light: a course page, the longest included, and the search page', () => {
    const weights = [...pages]
      .filter(([page]) => page.startsWith('courses/'))
      .map(([, html]) => weightOf(html, root));
    const { script } = weightOf(pages.get('search/index.html') ?? '', root);

    expect(Math.max(...weights.map(({ total }) => total))).toBeLessThan(25 * 1024);
    expect(Math.max(...weights.map((weight) => weight.script))).toBeLessThan(5 * 1024);
    // All that a search needs before its data: no library of the build is to slip in.
    expect(script).toBeLessThan(20 * 1024);
  });
});

describeMachines({
  get pages() {
    return pages;
  },
  get root() {
    return root;
  },
  get prefixed() {
    return prefixed;
  },
});

describe('search engines', () => {
  test('the sitemap lists the pages that are not excluded, one by one', () => {
    const excluded = new Set<string>();
    for (const kind of ['course', 'program'] as const) {
      for (const { slug, item } of snapshot.outlines(kind)) {
        if (item.isExcludedFromSeo)
          excluded.add(
            pageOf(kind === 'course' ? addresses.course(slug) : addresses.program(slug)),
          );
      }
    }
    const isExcluded = (page: string) =>
      page === '404.html' || [...excluded].some((prefix) => page.startsWith(prefix));
    const sitemap = readFileSync(path.join(root, 'sitemap-0.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) =>
      decodeURI(loc),
    );
    const expected = [...pages.keys()]
      .filter((page) => !isExcluded(page))
      .map((page) => `${testSiteUrl}/${page}`);

    expect(excluded.size).toBeGreaterThan(0);
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });

  test('are asked to stay away from every page of a private site', () => {
    for (const [page, html] of pages)
      expect([page, headOf(html).robots]).toEqual([page, expect.stringContaining('noindex')]);
    expect(readFileSync(path.join(root, 'robots.txt'), 'utf8')).toMatch(/^User-agent: \*$/m);
  });
});

describe('the search index', () => {
  test('holds every searchable item and no other', () => {
    const searchable = (['course', 'program'] as const).flatMap((kind) =>
      [...snapshot.outlines(kind)]
        .filter(({ item }) => !item.isExcludedFromSearch)
        .map(({ slug }) =>
          (kind === 'course' ? addresses.course(slug) : addresses.program(slug)).slice(1),
        ),
    );
    const cards = listFiles(path.join(root, 'search/cards')).map((file) =>
      readFileSync(path.join(root, 'search/cards', file), 'utf8'),
    );

    expect(cards).toHaveLength(searchable.length);
    const text = cards.join('\n');
    expect(searchable.filter((url) => !text.includes(url))).toEqual([]);
  });
});

describe('nothing private is published', () => {
  test('neither token nor secret, nor an address of staff, editors or watchers', async () => {
    const sandbox = await createSandbox({ now: new Date(testNow) });
    await sandbox.close();
    const allowed = new Set(['learning@tarnholt.example']);
    const faults: string[] = [];
    for (const file of listFiles(root).filter((name) =>
      /\.(?:html|json|js|css|xml|txt|svg|mjs)$/.test(name),
    )) {
      const text = readFileSync(path.join(root, file), 'utf8');
      if (/sandbox-secret|eyJ[\w-]{10}|client_secret/.test(text)) faults.push(`${file}: secret`);
      for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+\.example\b/g)) {
        if (!allowed.has(address)) faults.push(`${file}: ${address}`);
      }
    }

    expect(faults).toEqual([]);
  });

  test('no page of the server side is in the static site', () => {
    expect(
      listFiles(root).filter((file) => /^(?:admin|_server-islands|_actions)\//.test(file)),
    ).toEqual([]);
  });
});

describe('the same snapshot, configuration and moment', () => {
  test('give the same bytes', () => {
    const files = listFiles(root);

    expect(listFiles(again)).toEqual(files);
    const different = files.filter(
      (file) => !readFileSync(path.join(root, file)).equals(readFileSync(path.join(again, file))),
    );
    expect(different).toEqual([]);
  });
});

describe('below a path prefix', () => {
  test('the same pages are there, and every address begins with the prefix', () => {
    const below = readPages(prefixed);

    expect([...below.keys()]).toEqual([...pages.keys()]);
    for (const [page, html] of below) {
      const inner = [
        ...attributesOf(html, 'href'),
        ...attributesOf(html, 'src'),
        ...attributesOf(html, 'action'),
      ].filter((target) => target.startsWith('/'));
      expect(
        inner.filter((target) => !target.startsWith('/x/')),
        page,
      ).toEqual([]);
    }
  });
});
