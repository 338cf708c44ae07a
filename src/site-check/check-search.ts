import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addressesOfSourceSet } from './scan-html.ts';
import type { Resolve } from './links.ts';

const pagefindFiles = ['pagefind/pagefind.js', 'pagefind/pagefind-entry.json'];

/** Fields of a card that are addresses. */
const addressFields = new Set(['url', 'cover', 'image', 'src']);

/** What is wrong with the search index and its cards in one language. What they name is taken out of `unnamed`. */
export function checkSearch({
  directory,
  files,
  unnamed,
  folder,
  searchable,
  resolve,
}: SearchToCheck): string[] {
  const indexFile = `${folder}search/index.json`;
  const absent = [...pagefindFiles, indexFile].filter((file) => !files.has(file));
  if (absent.length > 0) {
    return absent.map((file) => `${file} is missing`);
  }
  unnamed.delete(indexFile);
  const problems: string[] = [];
  const missing = new Set(searchable);
  const expected = missing.size;
  const manifest = readManifest(path.join(directory, indexFile), folder);
  for (const part of manifest.parts) {
    unnamed.delete(part);
    if (!files.has(part)) problems.push(`${indexFile} → ${part} is missing`);
  }
  const ids = files.has(manifest.ids) ? readIds(path.join(directory, manifest.ids)) : [];
  if (ids.length !== expected) {
    problems.push(`${indexFile} holds ${ids.length} records, where ${expected} can be searched`);
  }
  for (const id of ids) {
    const card = `${folder}search/cards/${id}.json`;
    unnamed.delete(card);
    if (!files.has(card)) {
      problems.push(`${card} is missing`);
      continue;
    }
    const { url, addresses } = readCard(path.join(directory, card));
    if (!missing.delete(url)) problems.push(`${card} is of "${url}", which is not to be found`);
    for (const address of addresses) {
      const target = resolve(address, card);
      if (target === undefined) continue;
      if (target !== 'outside') unnamed.delete(target.file);
      if (target === 'outside' || !files.has(target.file)) problems.push(`${card} → ${address}`);
    }
  }
  return [...problems, ...Array.from(missing, (url) => `${url} is not in the index`)];
}

interface SearchToCheck {
  directory: string;
  files: ReadonlySet<string>;
  unnamed: Set<string>;
  /** Of the language. */
  folder: string;
  /** Addresses there of the items that can be searched. */
  searchable: Iterable<string>;
  resolve: Resolve;
}

/** The files that a manifest names, by their places in the site. */
function readManifest(file: string, folder: string): { ids: string; parts: string[] } {
  const { ids, words, facets, sorts, terms, lists } = JSON.parse(readFileSync(file, 'utf8')) as {
    ids: string;
    words: string;
    facets: Record<string, { file: string }>;
    sorts: Record<string, string>;
    terms: { files: string[] };
    lists: { folder: string; pieces: number };
  };
  const columns = [
    ...Object.values(facets).map((facet) => facet.file),
    ...Object.values(sorts),
    ...terms.files,
  ];
  const parts = [ids, `words/${words}`, ...columns].map((part) => `search/${part}`);
  for (let piece = 0; piece < lists.pieces; piece += 1)
    parts.push(`${folder}search/lists/${lists.folder}/${piece}.csv`);
  return { ids: `search/${ids}`, parts };
}

function readIds(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return text === '' ? [] : text.split(' ');
}

function readCard(file: string): { url: string; addresses: string[] } {
  const card = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const addresses: string[] = [];
  collectAddresses(card, addresses);
  return { url: String(card['url']), addresses };
}

function collectAddresses(value: unknown, addresses: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') collectAddresses(inner, addresses);
    else if (addressFields.has(name)) addresses.push(inner);
    else if (name === 'srcset') addresses.push(...addressesOfSourceSet(inner));
  }
}
