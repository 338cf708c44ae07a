import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openContentStore, type ContentStore } from './content-store.ts';

const directories: string[] = [];
let store: ContentStore | undefined;

afterEach(() => {
  store?.close();
  store = undefined;
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

function writeFolder(files: Record<string, string>): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-store-'));
  directories.push(directory);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
  return directory;
}

const catalogs = JSON.stringify({ results: [{ uuid: 'c', title: 'C' }] });
const contents = JSON.stringify({ c: { courses: ['A+1', 'B+1'], programs: ['p'] } });

test('reads items byte for byte, whatever their length and script', () => {
  const first = `{"key":"A+1", "title":"はじめての品質管理", "text":"${'ü'.repeat(400_000)}"}`;
  const second = '{"key":"B+1","title":"حكاية"}';
  store = openContentStore(
    writeFolder({
      'catalogs.json': catalogs,
      'catalog-contents.json': contents,
      'courses.ndjson': `\n${first}\r\n\n${second}`,
    }),
  );

  expect([...store.listContent('c', 0, 10)].map((item) => item.toString().trim())).toEqual([
    first,
    second,
  ]);
  expect(String(store.findCourse('c', 'B+1'))).toBe(second);
});

test('leaves out what no file holds, without a gap in the pages', () => {
  store = openContentStore(
    writeFolder({
      'catalogs.json': catalogs,
      'catalog-contents.json': contents,
      'courses.ndjson': '{"key":"B+1"}\n',
    }),
  );

  expect(store.countContent('c')).toBe(1);
  expect([...store.listContent('c', 0, 20)].map(String)).toEqual(['{"key":"B+1"}']);
  expect(store.countContent('unknown')).toBe(0);
});

test('takes a bare list of catalogs and the first of two items with one key', () => {
  store = openContentStore(
    writeFolder({
      'catalogs.json': '[{"uuid":"c"}]',
      'catalog-contents.json': contents,
      'courses.ndjson': '{"key":"A+1","n":1}\n{"key":"A+1","n":2}\n',
    }),
  );

  expect(store.listCatalogs(0, 20).map(String)).toEqual(['{"uuid":"c"}']);
  expect(String(store.findCourse('c', 'A+1'))).toBe('{"key":"A+1","n":1}');
});

test.each([
  ['a missing list of catalogs', { 'catalog-contents.json': contents }, /has no catalogs\.json/],
  ['a missing list of contents', { 'catalogs.json': catalogs }, /has no catalog-contents\.json/],
  [
    'a line that is not JSON',
    {
      'catalogs.json': catalogs,
      'catalog-contents.json': contents,
      'courses.ndjson': '{"key":"A+1"}\n{',
    },
    'courses.ndjson, line 2 is not JSON.',
  ],
  [
    'an item without its key',
    {
      'catalogs.json': catalogs,
      'catalog-contents.json': contents,
      'programs.ndjson': '{"key":"p"}',
    },
    'programs.ndjson, line 1: the item has no uuid.',
  ],
])('names %s and leaves no index behind', (_, files, message) => {
  const leftovers = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith('prospectus-sandbox-'));
  const before = new Set(leftovers());

  expect(() => openContentStore(writeFolder(files))).toThrow(message);
  expect(leftovers().filter((name) => !before.has(name))).toEqual([]);
});
