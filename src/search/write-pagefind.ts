import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { indexedSigns, toIndexedText, toKeyWords } from './browser/words.ts';
import type { SearchRecord } from './record.ts';

const fragmentSignature = 'pagefind_dcd';
const usedFiles =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|index)$/;

export interface PagefindWriter {
  /** Adds a record under an address that must be unique. */
  add: (record: SearchRecord, address: string) => Promise<void>;
  /** Writes the index to a folder that must not exist, and says which id each address has been given. */
  write: (folder: string) => Promise<Map<string, string>>;
  close: () => Promise<void>;
}

/** An index in one language, whatever the records' own: Pagefind searches one language at a time. */
export async function createPagefindWriter(language: string): Promise<PagefindWriter> {
  const { index, errors } = await createIndex({
    forceLanguage: language,
    includeCharacters: indexedSigns,
  });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const addresses = new Set<string>();
  return {
    add: async (record, address) => {
      // Pagefind never ends its work on two equal records.
      if (addresses.has(address))
        throw new Error(`Two search records have the address ${address}.`);
      addresses.add(address);
      await addRecord(index, record, address, language);
    },
    write: (folder) => writeIndex(index, folder, { language, isEmpty: addresses.size === 0 }),
    close: async () => {
      await index.deleteIndex();
      await close();
    },
  };
}

/** The fields of `meta` have weights of their own when searching (`browser/pagefind.ts`). */
async function addRecord(
  index: PagefindIndex,
  record: SearchRecord,
  address: string,
  language: string,
) {
  const { title, key, partners, subjects, skills, body } = record.text;
  const keyWords = toKeyWords(key).join(' ');
  const meta = {
    title: toIndexedText(title),
    key: toIndexedText(keyWords),
    partner: toIndexedText(partners.join(' ')),
    subject: toIndexedText(subjects.join(' ')),
    skill: toIndexedText(skills.join(' ')),
  };
  const content = [...Object.values(meta), toIndexedText(body)].join(' ');
  const { errors } = await index.addCustomRecord({
    url: address,
    content: withoutMarks(content),
    language,
    meta,
  });
  if (errors.length > 0) throw new Error(`Pagefind refused ${address}: ${errors.join('; ')}`);
}

/** Pagefind takes words that begin with `___PAGEFIND` for its own marks. */
function withoutMarks(content: string): string {
  return content.replaceAll('___', ' ');
}

async function writeIndex(
  index: PagefindIndex,
  folder: string,
  { language, isEmpty }: { language: string; isEmpty: boolean },
): Promise<Map<string, string>> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0)
    throw new Error(`Pagefind could not write ${folder}: ${errors.join('; ')}`);
  const ids = isEmpty ? new Map<string, string>() : await readIds(join(folder, 'fragment'));
  await removeUnused(folder, language);
  return ids;
}

/** A fragment's file is named by the id that searches answer, and holds the record's address. */
async function readIds(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, name))).toString('utf8');
    const { url } = JSON.parse(text.slice(fragmentSignature.length)) as { url: string };
    ids.set(url, name.replace(/\.pf_fragment$/, ''));
  }
  return ids;
}

/** Fragments are replaced by our cards; the rest are user interfaces and a second build of the search code. */
async function removeUnused(folder: string, language: string): Promise<void> {
  const names = await readdir(folder);
  const code = names.includes(`wasm.${language}.pagefind`)
    ? `wasm.${language}.pagefind`
    : 'wasm.unknown.pagefind';
  const unused = names.filter((name) => !usedFiles.test(name) && name !== code);
  await Promise.all(unused.map((name) => rm(join(folder, name), { recursive: true })));
}
