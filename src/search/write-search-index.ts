import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FacetName } from '#catalog';
import { createInterface, type Paths, type SiteLanguages } from '#i18n';
import type { NearData } from './browser/near.ts';
import type { SearchData } from './browser/search-data.ts';
import { createFacetColumns, createLabeller } from './facet-columns.ts';
import { formatCard } from './format-card.ts';
import type { FacetLabels, SearchRecord } from './record.ts';
import {
  nearFileOf,
  removeSearchFiles,
  searchFilesOf,
  wordsFolderOf,
  writeSearchFiles,
  type SearchFiles,
} from './search-files.ts';
import { createWordsIndex } from './words/words-index.ts';
import { writeWords } from './words/write-words.ts';
import { createPagefindWriter } from './write-pagefind.ts';

export interface SearchIndexOptions {
  /** Read once, one at a time; their order is that of the results without a query (see `groupOf`). */
  records: Iterable<SearchRecord> | AsyncIterable<SearchRecord>;
  labels: FacetLabels;
  /**
   * Folder of the static site: gets `pagefind/`, `search/words/`, and in each language `search/index.json` and
   * `search/cards/`.
   */
  outputDir: string;
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  /** Those of the site's pages: a result is worded in each. */
  languages: SiteLanguages['languages'];
  /** Groups of words that mean the same to the company, beside those of the domain. */
  synonyms?: readonly (readonly string[])[];
}

/** Pagefind takes one language for all texts: that of most of the catalogs. */
const indexLanguage = 'en';

/**
 * Writes the search index of a site. The same records in the same order give the same bytes. Texts are
 * handed on at once; of each record only its cards and its facets stay in memory.
 */
export async function writeSearchIndex(options: SearchIndexOptions): Promise<{ records: number }> {
  const { labels, outputDir, base, languages, synonyms = [] } = options;
  const interfaces = languages.map((language) => createInterface({ language, base, languages }));
  const filesOf = (path: Paths): SearchFiles =>
    searchFilesOf(outputDir, path.home().slice(base.length));
  const pagefindFolder = join(outputDir, 'pagefind');
  await rm(pagefindFolder, { recursive: true, force: true });
  await rm(nearFileOf(outputDir), { force: true });
  await rm(wordsFolderOf(outputDir), { recursive: true, force: true });
  await Promise.all(interfaces.map(({ path }) => removeSearchFiles(filesOf(path))));

  const words = createWordsIndex(synonyms);
  const pagefind = await createPagefindWriter(indexLanguage);
  try {
    const rows: Row[] = [];
    for await (const record of options.records) {
      const cards = interfaces.map((words) => JSON.stringify(formatCard(record.card, words)));
      const row = createRow(record, cards);
      await pagefind.add(record, row.address);
      words.add(record);
      rows.push(row);
    }
    const ids = await pagefind.write(pagefindFolder);

    const idPrefix = `${indexLanguage}_`;
    const sorted = rows
      .toSorted((one, other) => one.group - other.group)
      .map((row) => ({ ...row, id: requireId(ids, row.address).slice(idPrefix.length) }));
    const places = new Map(sorted.map(({ address }, place) => [address, place]));
    const wordsRoot = await writeWords(wordsFolderOf(outputDir), words, {
      rows: rows.map(({ address }) => places.get(address) ?? 0),
      openRows: sorted.filter(({ group }) => group === 0).length,
    });
    const idText = sorted.map(({ id }) => id).join(' ');
    for (const [place, language] of interfaces.entries()) {
      const facets = createFacetColumns(
        sorted.map((row) => row.facets),
        createLabeller(labels, language),
      );
      const data: SearchData = { ids: idText, idPrefix, words: wordsRoot, facets };
      await writeSearchFiles(
        filesOf(language.path),
        JSON.stringify(data),
        sorted.map(({ id, cards }) => ({ id, card: cards[place] ?? '' })),
      );
    }
    const near: NearData = {
      slugs: sorted.map(({ slug }) => slug).join(' '),
      ids: idText,
    };
    await writeFile(nearFileOf(outputDir), JSON.stringify(near));
    return { records: rows.length };
  } finally {
    await pagefind.close();
  }
}

interface Row {
  /** Changes with the card: an id, which comes from it, never stands for two cards. */
  address: string;
  slug: string;
  /** In each language of the site. */
  cards: string[];
  facets: Record<FacetName, string[]>;
  group: number;
}

function createRow(record: SearchRecord, cards: string[]): Row {
  const digest = createHash('sha256').update(cards.join('\n')).digest('hex').slice(0, 16);
  const address = `${record.url}#${digest}`;
  return { address, slug: record.card.slug, cards, facets: record.facets, group: groupOf(record) };
}

/** Without a query, what can be started stands first, then programs, then the rest. */
function groupOf({ card }: SearchRecord): number {
  if (card.kind === 'program') return 1;
  return ['open', 'soon', 'upcoming'].includes(card.availability ?? '') ? 0 : 2;
}

function requireId(ids: ReadonlyMap<string, string>, address: string): string {
  const id = ids.get(address);
  if (id === undefined) throw new Error(`Pagefind has lost ${address}.`);
  return id;
}
