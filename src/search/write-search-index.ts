import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchGroupOf } from '#catalog';
import { createInterface, type Interface, type Paths, type SiteLanguages } from '#i18n';
import { createLabeller, wordedFacets, type FacetLabels } from './browser/facet-values.ts';
import type { NearData } from './browser/near.ts';
import { encodeNumbers } from './browser/row-numbers.ts';
import type { SearchManifest } from './browser/search-data.ts';
import type { SuggestedKind } from './browser/term-lines.ts';
import { createFacetColumns } from './facet-columns.ts';
import { formatCard } from './format-card.ts';
import { createListWriter } from './list-lines.ts';
import type { SearchRecord } from './record.ts';
import {
  columnsFolderOf,
  createColumnWriter,
  nearFileOf,
  removeSearchFiles,
  searchFilesOf,
  wordsFolderOf,
  writeLanguageFiles,
  writeListPieces,
  type SearchFiles,
} from './search-files.ts';
import { createSortPlaces } from './sort-places.ts';
import { writeTerms } from './write-terms.ts';
import { createWordsIndex } from './words/words-index.ts';
import { writeWords } from './words/write-words.ts';
import { createPagefindWriter } from './write-pagefind.ts';

export interface SearchIndexOptions {
  /** Read once, one at a time; their order is that of the results without a query (see `searchGroupOf`). */
  records: Iterable<SearchRecord> | AsyncIterable<SearchRecord>;
  labels: FacetLabels;
  /**
   * Folder of the static site: gets `pagefind/`, `search/words/`, `search/columns/`, and in each language
   * `search/index.json` and `search/cards/`.
   */
  outputDir: string;
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  /** Where the site's addresses begin, in lists that are downloaded. */
  siteUrl: string;
  /** Those of the site's pages: a result is worded in each. */
  languages: SiteLanguages['languages'];
  /** The pages of subjects, skills and partners, which can be suggested. */
  terms?: readonly SuggestedTerm[];
  /** Groups of words that mean the same to the company, beside those of the domain. */
  synonyms?: readonly (readonly string[])[];
}

/** A term with a page of its own. */
export interface SuggestedTerm {
  kind: SuggestedKind;
  slug: string;
  name: string;
  /** Courses and programs that have it. */
  count: number;
}

/** Pagefind takes one language for all texts: that of most of the catalogs. */
const indexLanguage = 'en';
const idPrefix = `${indexLanguage}_`;

/**
 * Writes the search index of a site. The same records in the same order give the same bytes. Texts are
 * handed on at once; of each record only its cards, its facets and its places in orders stay in memory.
 */
export async function writeSearchIndex(options: SearchIndexOptions): Promise<{ records: number }> {
  const { labels, outputDir, base, siteUrl, languages, terms = [], synonyms = [] } = options;
  const interfaces = languages.map((language) => createInterface({ language, base, languages }));
  const lists = interfaces.map((ui) => createListWriter(ui, createLabeller(labels, ui), siteUrl));
  const filesOf = (path: Paths): SearchFiles =>
    searchFilesOf(outputDir, path.home().slice(base.length));
  const pagefindFolder = join(outputDir, 'pagefind');
  await removeOld(outputDir);
  await Promise.all(interfaces.map(({ path }) => removeSearchFiles(filesOf(path))));

  const words = createWordsIndex(synonyms);
  const pagefind = await createPagefindWriter(indexLanguage);
  try {
    const rows: Row[] = [];
    for await (const record of options.records) {
      const cards = interfaces.map((words) => JSON.stringify(formatCard(record.card, words)));
      const lines = lists.map(({ format }) => format(record));
      const row = createRow(record, cards, lines);
      await pagefind.add(record, row.address);
      words.add(record);
      rows.push(row);
    }
    const ids = await pagefind.write(pagefindFolder);

    const sorted = rows
      .toSorted((one, other) => one.group - other.group)
      .map((row) => ({ ...row, id: requireId(ids, row.address).slice(idPrefix.length) }));
    const places = new Map(sorted.map(({ address }, place) => [address, place]));
    const wordsRoot = await writeWords(wordsFolderOf(outputDir), words, {
      rows: rows.map(({ address }) => places.get(address) ?? 0),
      openRows: sorted.filter(({ group }) => group === 0).length,
    });
    const manifestIn = await writeColumns(outputDir, sorted, {
      labels,
      terms,
      words: wordsRoot,
    });
    for (const [place, ui] of interfaces.entries()) {
      const files = filesOf(ui.path);
      const lines = sorted.map((row) => row.lines[place] ?? '');
      const pieces = await writeListPieces(files, lists[place]?.head ?? '', lines);
      await writeLanguageFiles(
        files,
        JSON.stringify(manifestIn(ui, pieces)),
        sorted.map(({ id, cards }) => ({ id, card: cards[place] ?? '' })),
      );
    }
    const near: NearData = {
      slugs: sorted.map(({ slug }) => slug).join(' '),
      ids: sorted.map(({ id }) => id).join(' '),
    };
    await writeFile(nearFileOf(outputDir), JSON.stringify(near));
    return { records: rows.length };
  } finally {
    await pagefind.close();
  }
}

/** Writes what all languages share, and answers the manifest of each. */
async function writeColumns(
  outputDir: string,
  rows: readonly (Row & { id: string })[],
  {
    labels,
    terms: suggested,
    words,
  }: { labels: FacetLabels; terms: readonly SuggestedTerm[]; words: string },
): Promise<(ui: Interface, lists: SearchManifest['lists']) => SearchManifest> {
  const write = await createColumnWriter(outputDir);
  const ids = await write('ids', rows.map(({ id }) => id).join(' '));
  const plain = createInterface({ language: 'en', base: '/' });
  const english = createLabeller(labels, plain);
  const terms = await writeTerms(
    suggested.map(({ slug, ...term }) => ({
      ...term,
      path: plain.path.term(term.kind, slug).slice(plain.path.home().length),
    })),
    write,
  );
  const columns = createFacetColumns(
    rows.map((row) => row.facets),
    english,
  );
  const facets = await Promise.all(
    columns.map(async (column) => ({ ...column, file: await write(column.facet, column.text) })),
  );
  const sorts: SearchManifest['sorts'] = {};
  for (const { sort, places } of createSortPlaces(rows.map(({ sortKeys }) => sortKeys)))
    sorts[sort] = await write(`by-${sort}`, encodeNumbers(places));

  return (ui, lists) => {
    const labelOf = createLabeller(labels, ui);
    const files = facets.map(({ facet, values, file }) => [
      facet,
      {
        file,
        ...(wordedFacets.has(facet) && { labels: values.map((value) => labelOf(facet, value)) }),
      },
    ]);
    return {
      rows: rows.length,
      ids,
      idPrefix,
      words,
      lists,
      terms,
      facets: Object.fromEntries(files) as SearchManifest['facets'],
      sorts,
    };
  };
}

async function removeOld(outputDir: string): Promise<void> {
  const all = [
    join(outputDir, 'pagefind'),
    nearFileOf(outputDir),
    wordsFolderOf(outputDir),
    columnsFolderOf(outputDir),
  ];
  await Promise.all(all.map((place) => rm(place, { recursive: true, force: true })));
}

interface Row extends Pick<SearchRecord, 'facets' | 'sortKeys'> {
  /** Changes with the card: an id, which comes from it, never stands for two cards. */
  address: string;
  slug: string;
  /** In each language of the site. */
  cards: string[];
  /** Of lists that are downloaded, in each language. */
  lines: string[];
  group: number;
}

function createRow(record: SearchRecord, cards: string[], lines: string[]): Row {
  const digest = createHash('sha256').update(cards.join('\n')).digest('hex').slice(0, 16);
  const { card, facets, sortKeys } = record;
  return {
    address: `${record.url}#${digest}`,
    slug: card.slug,
    cards,
    lines,
    facets,
    sortKeys,
    group: searchGroupOf(card),
  };
}

function requireId(ids: ReadonlyMap<string, string>, address: string): string {
  const id = ids.get(address);
  if (id === undefined) throw new Error(`Pagefind has lost ${address}.`);
  return id;
}
