import { createHash } from 'node:crypto';
import type { FacetName, InterfaceLanguage } from '#catalog';
import { createInterface } from '#i18n';
import type { SearchData } from './browser/search-data.ts';
import { createFacetColumns, createLabeller } from './facet-columns.ts';
import { formatCard } from './format-card.ts';
import type { FacetLabels, SearchRecord } from './record.ts';
import { removeSearchFiles, searchFilesOf, writeSearchFiles } from './search-files.ts';
import { createPagefindWriter } from './write-pagefind.ts';

export interface SearchIndexOptions {
  /** Read once, one at a time; their order is that of the results without a query (see `groupOf`). */
  records: Iterable<SearchRecord> | AsyncIterable<SearchRecord>;
  labels: FacetLabels;
  /** Folder of the static site: gets `pagefind/`, `search/index.json` and `search/cards/`. */
  outputDir: string;
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  language: InterfaceLanguage;
}

/**
 * Writes the search index of a site. The same records in the same order give the same bytes. Texts are
 * handed on at once; of each record only its card and its facets stay in memory.
 */
export async function writeSearchIndex(options: SearchIndexOptions): Promise<{ records: number }> {
  const { labels, outputDir, base, language } = options;
  const words = createInterface({ language, base });
  await removeSearchFiles(outputDir);

  const pagefind = await createPagefindWriter(language);
  try {
    const rows: Row[] = [];
    for await (const record of options.records) {
      const row = createRow(record, JSON.stringify(formatCard(record.card, words)));
      await pagefind.add(record, row.address);
      rows.push(row);
    }
    const ids = await pagefind.write(searchFilesOf(outputDir).pagefind);

    const idPrefix = `${language}_`;
    const sorted = rows
      .toSorted((one, other) => one.group - other.group)
      .map((row) => ({ ...row, id: requireId(ids, row.address).slice(idPrefix.length) }));
    const facets = createFacetColumns(
      sorted.map((row) => row.facets),
      createLabeller(labels, words),
    );
    const data: SearchData = { ids: sorted.map(({ id }) => id).join(' '), idPrefix, facets };
    await writeSearchFiles(outputDir, JSON.stringify(data), sorted);
    return { records: rows.length };
  } finally {
    await pagefind.close();
  }
}

interface Row {
  /** Changes with the card: an id, which comes from it, never stands for two cards. */
  address: string;
  card: string;
  facets: Record<FacetName, string[]>;
  group: number;
}

function createRow(record: SearchRecord, card: string): Row {
  const digest = createHash('sha256').update(card).digest('hex').slice(0, 16);
  const address = `${record.url}#${digest}`;
  return { address, card, facets: record.facets, group: groupOf(record) };
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
