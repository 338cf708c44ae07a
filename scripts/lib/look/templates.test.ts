import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listTemplates, pickExtremes, readPagesByTemplate } from './templates.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'prospectus-templates-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, content = ''): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

test('a page belongs to the template whose route writes it', () => {
  for (const address of ['', 'courses/', 'courses/2/', 'courses/a/', 'courses/a/1t/', 'search/'])
    write(`${address}index.html`);

  const pages = readPagesByTemplate(folder);

  const addresses = (name: string) =>
    pages
      .get(name)
      ?.map(({ address }) => address)
      .toSorted();
  expect(addresses('home')).toEqual(['']);
  expect(addresses('courses')).toEqual(['courses/', 'courses/2/']);
  expect(addresses('courses-course')).toEqual(['courses/a/']);
  expect(addresses('courses-course-run')).toEqual(['courses/a/1t/']);
  expect(addresses('search')).toEqual(['search/']);
  expect(addresses('programs')).toEqual([]);
});

test('every file of the folder of pages is a template with a name of its own', () => {
  write('index.astro');
  write('things/index.astro');
  write('things/[thing]/[...page].astro');
  write('feed.xml.ts');

  expect(
    listTemplates(folder)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['home', 'things', 'things-thing']);
  const names = listTemplates().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('the most difficult pages of a template are picked, each once', () => {
  const page = (address: string, title: string, text = '') => ({
    address,
    html: `<h1><b>${title}</b></h1>${text}`,
  });
  const long = page('courses/long/', 'Short', 'word '.repeat(50));
  const titled = page('courses/titled/', 'A title that goes on');
  const busy = page(
    'courses/busy/',
    'Busy',
    '<a href="/courses/busy/1t/"><a href="/courses/busy/2t/">',
  );
  const empty = page('courses/empty/', 'No');

  const picked = pickExtremes('courses-course', [long, titled, busy, empty]);

  expect(Object.fromEntries(picked)).toEqual({
    longest: long,
    emptiest: empty,
    'longest-title': titled,
    'most-runs': busy,
  });
  expect(pickExtremes('courses', [])).toEqual(new Map());
});
