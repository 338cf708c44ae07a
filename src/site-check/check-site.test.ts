import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkSite, formatProblems, type SiteExpectations } from './index.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'site-check-'));
  write(
    'index.html',
    page('<a href="/x/about/#people">About</a><a href="#end">End</a><p id="end">'),
  );
  write(
    'about/index.html',
    page(
      '<p id="people"><img src="/x/covers/a.svg" srcset="/x/covers/a.svg 320w, /x/covers/b.svg 640w">',
    ),
  );
  write('404.html', page(''));
  write('_astro/site.css', 'a { background: url(/x/_astro/font.woff2) }');
  write('_astro/font.woff2', '');
  write('covers/a.svg', '<svg/>');
  write('covers/b.svg', '<svg/>');
  write('pagefind/pagefind.js', '');
  write('pagefind/pagefind-entry.json', '{}');
  writeIndex('1a');
  write(
    'search/cards/1a.json',
    '{"url":"/x/about/","cover":"/x/covers/a.svg","title":"/not/an/address"}',
  );
  write('sitemap-0.xml', '<loc>https://site.example/x/about/</loc>');
  write('verification.txt', 'the operator’s own');
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** A search index with the ids of its cards. */
function writeIndex(ids: string): void {
  const manifest = {
    ids: 'columns/ids-1.txt',
    words: '1.txt',
    facets: { level: { file: 'columns/level-1.txt' } },
    sorts: { title: 'columns/by-title-1.txt' },
    terms: { files: ['columns/terms-1.txt'] },
    lists: { folder: '1', pieces: 1 },
  };
  write('search/index.json', JSON.stringify(manifest));
  write('search/lists/1/0.csv', '');
  write('search/columns/ids-1.txt', ids);
  for (const file of ['words/1', 'columns/level-1', 'columns/by-title-1', 'columns/terms-1'])
    write(`search/${file}.txt`, '');
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
  writeFileSync(path.join(directory, file), content);
}

function page(body: string): string {
  return `<!doctype html><html><head><link rel="stylesheet" href="/x/_astro/site.css"><link rel="canonical" href="https://site.example/x/about/"></head><body>${body}</body></html>`;
}

function check(expectations: Partial<SiteExpectations> = {}): string[] {
  const problems = checkSite(directory, {
    siteUrl: 'https://site.example',
    base: '/x/',
    pages: ['/x/', '/x/about/', '/x/404.html'],
    searchable: new Map([['', ['/x/about/']]]),
    publicFiles: ['verification.txt'],
    namedOnDemand: [],
    privateValues: [{ name: 'ENTERPRISE_API_TOKEN', value: 'a-secret-value' }],
    ...expectations,
  });
  return problems.map(({ kind, place }) => `${kind}: ${place}`);
}

test('a sound site has no problem', () => {
  expect(check()).toEqual([]);
});

test('addresses in JSON-LD are links, identifiers are not', () => {
  const block =
    '{"@graph":[{"@id":"https://site.example/x/#a","url":"https://site.example/x/gone/"}]}';
  write('404.html', page(`<script type="application/ld+json">${block}</script>`));

  expect(check()).toEqual(['broken-link: 404.html → https://site.example/x/gone/']);
});

describe('pages', () => {
  test('a missing one is found, and the links to it', () => {
    rmSync(path.join(directory, 'about'), { recursive: true });

    expect(check()).toContain('missing-page: about/index.html');
    expect(check()).toContain('broken-link: index.html → /x/about/#people');
  });

  test('one that nothing asked for is found', () => {
    write('old/index.html', page(''));

    expect(check()).toEqual(['unexpected-page: old/index.html']);
  });
});

test.each([
  ['a picture', '<img src="https://elsewhere.example/a.png">', 'https://elsewhere.example/a.png'],
  ['one of a set', '<source srcset="//elsewhere.example/a.png 1x">', '//elsewhere.example/a.png'],
])('%s from another server is found', (_, markup, address) => {
  write('404.html', page(markup));
  expect(check()).toEqual([`foreign: 404.html → ${address}`]);
});

describe('links', () => {
  test.each([
    ['a page that is not there', '<a href="/x/gone/">', '/x/gone/'],
    ['a page without its slash', '<a href="/x/about">', '/x/about'],
    ['an address outside of the base path', '<a href="/about/">', '/about/'],
    ['a place on the page itself', '<a href="#nowhere">', '#nowhere'],
    ['a place on another page', '<a href="/x/about/?a=1#nowhere">', 'about/index.html#nowhere'],
    ['a relative address', '<a href="../gone/">', '../gone/'],
    ['a picture', '<img alt="a > b" src="/x/gone.svg">', '/x/gone.svg'],
    ['a picture of a set', '<img srcset="/x/covers/a.svg 1x, /x/gone.svg 2x">', '/x/gone.svg'],
    ['a form', '<form action="/x/gone/">', '/x/gone/'],
    [
      'an own address in full',
      '<meta content="https://site.example/x/gone.png">',
      'https://site.example/x/gone.png',
    ],
    ['an address without quotes', '<a href=/x/gone/>', '/x/gone/'],
    ['an address with entities', '<a href="/x/gone/?a&amp;b">', '/x/gone/?a&b'],
    ['a badly encoded address', '<a href="/x/%E0%A4%A/">', '/x/%E0%A4%A/'],
  ])('to %s', (_, markup, link) => {
    write('404.html', page(markup));

    expect(check()).toEqual([`broken-link: 404.html → ${link}`]);
  });

  test('of style sheets, scripts and sitemaps', () => {
    write('_astro/site.css', 'a { background: url("gone.woff2") url(/x/_astro/font.woff2) }');
    write('_astro/site.js', 'import"./gone.js";');
    write('404.html', page('<script type="module" src="/x/_astro/site.js"></script>'));
    write('sitemap-0.xml', '<loc>https://site.example/x/gone/</loc>');

    expect(check()).toEqual([
      'broken-link: _astro/site.css → gone.woff2',
      'broken-link: _astro/site.js → ./gone.js',
      'broken-link: sitemap-0.xml → https://site.example/x/gone/',
    ]);
  });

  test.each([
    ['elsewhere', '<a href="https://elsewhere.example/x/gone/">'],
    ['to another site of the same origin', '<a href="https://site.example/intranet/">'],
    ['to a mail address', '<a href="mailto:learning@site.example">'],
    ['in a text', '<p>Write href="/x/gone/" &lt;a href="/x/gone/"&gt;</p>'],
    ['in a comment', '<!-- <a href="/x/gone/"> -->'],
    ['in a script', '<script type="application/ld+json">"<a href=\\"/x/gone/\\">"</script>'],
  ])('%s are left alone', (_, markup) => {
    write('404.html', page(markup));

    expect(check()).toEqual([]);
  });
});

describe('the search index', () => {
  test('without a record of an item', () => {
    expect(check({ searchable: new Map([['', ['/x/about/', '/x/']]]) })).toEqual([
      'search: search/index.json holds 1 records, where 2 can be searched',
      'search: /x/ is not in the index',
    ]);
  });

  test('with a card that is missing, or of a page that is not there', () => {
    writeIndex('1a 1b');
    write('search/cards/1a.json', '{"url":"/x/gone/"}');

    expect(check()).toEqual([
      'search: search/index.json holds 2 records, where 1 can be searched',
      'search: search/cards/1a.json is of "/x/gone/", which is not to be found',
      'search: search/cards/1a.json → /x/gone/',
      'search: search/cards/1b.json is missing',
      'search: /x/about/ is not in the index',
    ]);
  });

  test('with a part that is missing', () => {
    rmSync(path.join(directory, 'search/columns/level-1.txt'));

    expect(check()).toEqual(['search: search/index.json → search/columns/level-1.txt is missing']);
  });

  test('that is not there', () => {
    rmSync(path.join(directory, 'search/index.json'));

    expect(check()).toContain('search: search/index.json is missing');
  });
});

describe('private values', () => {
  test.each([
    ['the value of ENTERPRISE_API_TOKEN', 'a-secret-value'],
    ['what looks like a token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'],
    ['the private field "watchers"', '{"watchers": ["someone@site.example"]}'],
  ])('%s', (what, text) => {
    write('about/index.html', page(`<p id="people"><img src="/x/covers/b.svg">${text}`));

    expect(check()).toEqual([`secret: about/index.html: ${what}`]);
  });

  test('are not quoted', () => {
    write('404.html', page('a-secret-value'));

    expect(check().join('\n')).not.toContain('a-secret-value');
  });

  test('of a few letters are words like others', () => {
    write('404.html', page('sandbox'));

    expect(check({ privateValues: [{ name: 'NAME', value: 'sandbox' }] })).toEqual([]);
  });
});

test.each(['_astro/site.js.map', '.astro/settings.json', 'covers/c.svg', 'page.astro', 'a.tmp'])(
  'what is left over is found: %s',
  (file) => {
    write(file, '');

    expect(check()).toEqual([`leftover: ${file}`]);
  },
);

test('problems are told by kind, with five places each and what to do', () => {
  const problems = Array.from({ length: 7 }, (_, index) => ({
    kind: 'leftover' as const,
    place: `file-${index}`,
  }));

  const text = formatProblems([...problems, { kind: 'missing-page', place: 'index.html' }]);

  expect(text).toMatch(/^ {2}Pages that are missing: 1\. Build again/);
  expect(text).toContain('  Files that no page names: 7.');
  expect(text).toContain('    file-4\n    and 2 more');
  expect(text).not.toContain('file-5');
});
