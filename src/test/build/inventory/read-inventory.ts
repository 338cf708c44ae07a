import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from '#i18n';
import {
  parseContentItem,
  type CourseResource,
  type CourseRunResource,
  type ProgramResource,
} from '#enterprise-api/contract';
import { writeSample } from '#sandbox';
import { openCurrentSnapshot } from '#snapshot';
import { testNow } from '../../builders.ts';
import { readPages } from '../../site-files.ts';
import { readBuiltPage, type BuiltPage } from './built-page.ts';

/** The sandbox's items beside the pages that were built of them. */
export interface Inventory {
  /** The first course that has a page and fits, its page, and its only run where it has one. */
  course: (fits: (course: CourseResource) => boolean) => Example<CourseResource>;
  program: (fits: (program: ProgramResource) => boolean) => Example<ProgramResource>;
  /** The same with the card that stands in the list of all courses, or of all programs. */
  courseCard: (fits: (course: CourseResource) => boolean) => Example<CourseResource>;
  programCard: (fits: (program: ProgramResource) => boolean) => Example<ProgramResource>;
  page: (address: string) => BuiltPage;
  /** A file of the site as it is, or as JSON. */
  text: (file: string) => string;
  json: (file: string) => unknown;
}

export interface Example<Item> {
  item: Item;
  page: BuiltPage;
}

/** How pages say values. */
export const words = createInterface({ language: 'en', base: '/' });

const addresses = words.path;

/** `folder` takes the sample's files; `root` is the site that was built of the same sample. */
export function readInventory(snapshotDir: string, root: string, folder: string): Inventory {
  writeSample(folder, { now: new Date(testNow) });
  const courses = readItems(folder, 'courses').flatMap((content) =>
    content.kind === 'course' ? content.item : [],
  );
  const programs = readItems(folder, 'programs').flatMap((content) =>
    content.kind === 'program' ? content.item : [],
  );
  const snapshot = openCurrentSnapshot(snapshotDir);
  const pages = readPages(root);
  const cards = cardsOf(pages);
  const addressOf = {
    course: ({ key }: CourseResource) => {
      const slug = snapshot.outlineByKey('course', key)?.slug;
      return slug === undefined ? undefined : addresses.course(slug);
    },
    program: ({ uuid }: ProgramResource) => {
      const slug = snapshot.outlineByKey('program', uuid)?.slug;
      return slug === undefined ? undefined : addresses.program(slug);
    },
  };
  const pageAt = (address: string | undefined): string | undefined =>
    address === undefined ? undefined : pages.get(decodeURIComponent(address).slice(1));
  const cardAt = (address: string | undefined): string | undefined =>
    address === undefined ? undefined : cards.get(address);

  return {
    course: (fits) => findExample(courses, fits, (item) => pageAt(addressOf.course(item))),
    program: (fits) => findExample(programs, fits, (item) => pageAt(addressOf.program(item))),
    courseCard: (fits) => findExample(courses, fits, (item) => cardAt(addressOf.course(item))),
    programCard: (fits) => findExample(programs, fits, (item) => cardAt(addressOf.program(item))),
    page: (address) => readBuiltPage(pageAt(address) ?? ''),
    text: (file) => readFileSync(path.join(root, file), 'utf8'),
    json: (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as unknown,
  };
}

/** The run of a course that has one only: what its page is about without any rule. */
export function onlyRunOf({ course_runs: runs }: CourseResource): CourseRunResource | undefined {
  return runs?.length === 1 ? (runs[0] ?? undefined) : undefined;
}

function findExample<Item>(
  items: readonly Item[],
  fits: (item: Item) => boolean,
  htmlOf: (item: Item) => string | undefined,
): Example<Item> {
  for (const item of items) {
    const html = fits(item) ? htmlOf(item) : undefined;
    if (html !== undefined) return { item, page: readBuiltPage(html) };
  }
  throw new Error('The sample has no item that fits and has a page: extend src/sandbox/sample.');
}

/** The cards of the lists of all courses and programs, by the address that they lead to. */
function cardsOf(pages: ReadonlyMap<string, string>): Map<string, string> {
  const lists = [...pages].filter(([page]) => /^(?:courses|programs)\/(?:\d+\/)?$/.test(page));
  return new Map(
    lists
      .flatMap(([, html]) => html.match(/<article class="card[^]*?<\/article>/g) ?? [])
      .map((card) => [readBuiltPage(card).links[0]?.href ?? '', card]),
  );
}

function readItems(folder: string, name: string) {
  return readFileSync(path.join(folder, `${name}.ndjson`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const parsed = parseContentItem(JSON.parse(line));
      return parsed.ok ? parsed.content : [];
    });
}
