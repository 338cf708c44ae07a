import { mkdirSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { writeSearchIndex, type FacetLabels, type SearchRecord } from '#search';
import { createSearchSource } from '#search/browser';
import { addressOf } from './count-transfers.ts';

/** A way to search that is measured. */
export interface Engine {
  name: string;
  indexSeconds: number;
  files: number;
  /** Of all files, compressed. */
  bytes: number;
  /** A visitor who comes for the first time. */
  visit: () => Visit;
}

export interface Visit {
  /** Keys of what is found, best first; fetches what the first page of results shows. */
  find: (query: string) => Promise<string[]>;
  leave: () => Promise<void>;
}

interface Options {
  records: readonly SearchRecord[];
  folder: string;
}

type OwnScript = Awaited<ReturnType<NonNullable<Parameters<typeof createSearchSource>[1]>>>;

/** More of it than the site itself uses. */
interface StockScript {
  createInstance: (options: object) => {
    search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
    destroy: () => Promise<void>;
  };
}

const pageLength = 24;
const base = '/';

/** What the site has: the same code that writes its index and runs in its visitors' browsers. */
export async function createOwnEngine({
  records,
  folder,
  labels,
}: Options & { labels: FacetLabels }): Promise<Engine> {
  const start = performance.now();
  const siteUrl = 'https://learn.example';
  await writeSearchIndex({ records, labels, outputDir: folder, base, siteUrl, languages: ['en'] });
  const indexSeconds = (performance.now() - start) / 1000;
  const keys = new Map(records.map(({ url, text }) => [`${base}${url}`, text.key]));
  const address = addressOf(folder);
  const script = await importScript<OwnScript>(path.join(folder, 'pagefind'));
  return {
    name: 'Prospectus',
    indexSeconds,
    ...(await measureFolder(folder)),
    visit: () => {
      const source = createSearchSource({ base: address, home: address }, async () => {
        // A browser fetches the script where it is needed; Node has it already.
        await fetch(`${address}pagefind/pagefind.js`);
        return {
          createInstance: (options) =>
            script.createInstance({ ...options, ...{ basePath: `${address}pagefind/` } }),
        };
      });
      return {
        find: async (query) => {
          const { rows } = await source.find(query);
          const cards = await source.fetchCards(rows.slice(0, pageLength));
          return cards.map(({ url }) => keys.get(url) ?? url);
        },
        leave: () => Promise.resolve(),
      };
    },
  };
}

/** Pagefind as it comes, over the same texts as pages: title as heading, names and texts as paragraphs. */
export async function createStockPagefind({ records, folder }: Options): Promise<Engine> {
  const start = performance.now();
  mkdirSync(folder, { recursive: true });
  const { index } = await createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw new Error('Pagefind did not start.');
  for (const { url, text } of records)
    await index.addHTMLFile({ url: `${base}${url}`, content: pageOf(text) });
  const output = path.join(folder, 'pagefind');
  await index.writeFiles({ outputPath: output });
  await index.deleteIndex();
  await close();
  const indexSeconds = (performance.now() - start) / 1000;
  const keys = new Map(records.map(({ url, text }) => [`${base}${url}`, text.key]));
  const script = await importScript<StockScript>(output);
  const address = addressOf(output);
  return {
    name: 'Pagefind',
    indexSeconds,
    ...(await measureFolder(folder)),
    visit: () => {
      const pagefind = script.createInstance({ basePath: address, baseUrl: base });
      return {
        find: async (query) => {
          await fetch(`${address}pagefind.js`);
          const { results } = await pagefind.search(query);
          const pages = await Promise.all(results.slice(0, pageLength).map((hit) => hit.data()));
          return pages.map(({ url }) => keys.get(url) ?? url);
        },
        leave: () => pagefind.destroy(),
      };
    },
  };
}

function pageOf({ title, key, partners, subjects, skills, body }: SearchRecord['text']): string {
  const paragraphs = [key, partners.join(', '), subjects.join(', '), skills.join(', '), body];
  return `<!doctype html><html lang="en"><head><title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>${paragraphs
    .map((text) => `<p>${escapeHtml(text)}</p>`)
    .join('')}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function importScript<Script>(folder: string): Promise<Script> {
  return (await import(path.resolve(folder, 'pagefind.js'))) as Script;
}

/** Everything that a visitor's browser may fetch. */
async function measureFolder(folder: string): Promise<{ files: number; bytes: number }> {
  const names = await readdir(folder, { recursive: true });
  let [files, bytes] = [0, 0];
  for (const name of names) {
    const file = path.join(folder, name);
    if (!(await stat(file)).isFile()) continue;
    const content = await readFile(file);
    files += 1;
    bytes += Math.min(content.length, gzipSync(content).length);
  }
  return { files, bytes };
}
