import { DatabaseSync } from 'node:sqlite';
import {
  withoutPrices,
  type Catalog,
  type Course,
  type CourseOutline,
  type DateText,
  type Program,
  type ProgramOutline,
  type TermKind,
} from '#catalog';
import { findCurrentSnapshot } from './files.ts';
import { storedImageOf, type StoredImage } from './images.ts';
import { prepareStatements } from './reader-statements.ts';
import { parseSyncReport, type SyncReport } from './report.ts';
import { requireVersion } from './require-version.ts';

export type ItemKind = 'course' | 'program';

export interface StoredItem<Item> {
  id: number;
  slug: string;
  item: Item;
}

export interface StoredTerm {
  key: string;
  name: string;
  slug: string;
}

/** What was here once. */
export interface Tombstone {
  kind: ItemKind;
  key: string;
  slug: string;
  title: string;
  /** BCP 47 of the title. */
  language: string | undefined;
  /** The subjects and partners that it had, in its order. */
  terms: { kind: 'subject' | 'partner'; key: string }[];
  /** Of a course: the uuids of the programs that it belonged to. */
  programs: string[];
  /** Milliseconds. */
  leftAt: number;
}

export type SnapshotReader = ReturnType<typeof openSnapshot>;

export interface SnapshotOptions {
  /** Whether items come with amounts of money; without them nothing that is read here can show one. */
  hasPrices?: boolean;
}

/** Opens the current snapshot for reading. Throws where there is none, with what to do. */
export function openCurrentSnapshot(
  directory: string,
  options: SnapshotOptions = {},
): SnapshotReader {
  const file = findCurrentSnapshot(directory);
  if (file === undefined) {
    throw new Error(`There is no snapshot in ${directory} yet. Run "npm run sync" first.`);
  }
  return openSnapshot(file, options);
}

/** Reads what it is asked for and keeps nothing. Rows come in a fixed order. */
export function openSnapshot(file: string, { hasPrices = true }: SnapshotOptions = {}) {
  const database = new DatabaseSync(file, { readOnly: true });
  requireVersion(database, file);
  const statements = prepareStatements(database);
  const storedItem = <Item extends AnyItem>(row: Row | undefined): StoredItem<Item> | undefined => {
    if (row === undefined) return undefined;
    const item = parseJson<Item>(row['json']);
    return {
      id: Number(row['id']),
      slug: String(row['slug']),
      item: hasPrices ? item : withoutPrices(item),
    };
  };

  return {
    report(): SyncReport {
      return parseSyncReport(JSON.parse(String(statements.report.get()?.['value'])));
    },

    catalogs(): { catalog: Catalog; slug: string }[] {
      return statements.catalogs.all().map((row) => ({
        catalog: parseJson<Catalog>(row['json']),
        slug: String(row['slug']),
      }));
    },

    findBySlug<Kind extends ItemKind>(
      kind: Kind,
      slug: string,
    ): StoredItem<ItemOf<Kind>> | undefined {
      return storedItem<ItemOf<Kind>>(statements.bySlug.get(kind, slug));
    },

    findByKey<Kind extends ItemKind>(
      kind: Kind,
      key: string,
    ): StoredItem<ItemOf<Kind>> | undefined {
      return storedItem<ItemOf<Kind>>(statements.byKey.get(kind, key));
    },

    outline<Kind extends ItemKind>(
      _kind: Kind,
      id: number,
    ): StoredItem<OutlineOf<Kind>> | undefined {
      return storedItem<OutlineOf<Kind>>(statements.outline.get(id));
    },

    outlineByKey<Kind extends ItemKind>(
      kind: Kind,
      key: string,
    ): StoredItem<OutlineOf<Kind>> | undefined {
      return storedItem<OutlineOf<Kind>>(statements.outlineByKey.get(kind, key));
    },

    /** All items of the kind, one after the other, by key. */
    *outlines<Kind extends ItemKind>(kind: Kind): Generator<StoredItem<OutlineOf<Kind>>> {
      for (const row of statements.outlines.iterate(kind)) {
        const stored = storedItem<OutlineOf<Kind>>(row);
        if (stored !== undefined) yield stored;
      }
    },

    /** When the source says that an item last changed; those of which it says nothing are missing. */
    modifiedDates(kind: ItemKind): { id: number; slug: string; modified: DateText }[] {
      return statements.modified.all(kind).map((row) => ({
        id: Number(row['id']),
        slug: String(row['slug']),
        modified: String(row['modified']),
      }));
    },

    /** When each item was first in the catalogs, in milliseconds, by id. */
    firstSeen(kind: ItemKind): Map<number, number> {
      return new Map(
        statements.firstSeen
          .all(kind)
          .map((row): [number, number] => [Number(row['id']), Number(row['first_seen'])]),
      );
    },

    slugOf(kind: ItemKind, key: string): { id: number; slug: string } | undefined {
      const row = statements.slug.get(kind, key);
      return row === undefined ? undefined : { id: Number(row['id']), slug: String(row['slug']) };
    },

    idsInCatalog(kind: ItemKind, catalogUuid: string): number[] {
      return statements.idsInCatalog.all(catalogUuid, kind).map((row) => Number(row['id']));
    },

    idsOfTerm(kind: ItemKind, termKind: TermKind, key: string): number[] {
      return statements.idsOfTerm.all(termKind, key, kind).map((row) => Number(row['id']));
    },

    runSlugs(courseId: number): Map<string, string> {
      return new Map(
        statements.runSlugs.all(courseId).map((row) => [String(row['key']), String(row['slug'])]),
      );
    },

    /** The catalogs that hold the item, in their order, each with its own enrollment URL. */
    memberships(
      kind: ItemKind | 'course-run',
      key: string,
    ): { catalogUuid: string; enrollmentUrl: string | undefined }[] {
      return statements.memberships.all(kind, key).map((row) => ({
        catalogUuid: String(row['catalog_uuid']),
        enrollmentUrl: row['enrollment_url'] === null ? undefined : String(row['enrollment_url']),
      }));
    },

    /** Every enrollment URL of every catalog, verbatim. */
    allEnrollmentUrls(): string[] {
      return statements.enrollmentUrls.all().map((row) => String(row['enrollment_url']));
    },

    terms(kind: TermKind): StoredTerm[] {
      return statements.terms.all(kind).map(termOf);
    },

    findTerm(kind: TermKind, slug: string): (StoredTerm & { json: unknown }) | undefined {
      const row = statements.term.get(kind, slug);
      return row === undefined
        ? undefined
        : { ...termOf(row), json: parseJson<unknown>(row['json']) };
    },

    /** For each term of the kind, how many courses and programs have it; terms without any are missing. */
    termCounts(
      kind: TermKind,
      catalogUuid?: string,
    ): Map<string, { courses: number; programs: number }> {
      const rows =
        catalogUuid === undefined
          ? statements.termCounts.all(kind)
          : statements.termCountsInCatalog.all(kind, catalogUuid);
      return new Map(
        rows.map((row) => [
          String(row['key']),
          { courses: Number(row['courses']), programs: Number(row['programs']) },
        ]),
      );
    },

    termSlug(kind: TermKind, key: string): string | undefined {
      const row = statements.termSlug.get(kind, key);
      return row === undefined ? undefined : String(row['slug']);
    },

    programCourseKeys(programUuid: string): string[] {
      return statements.programCourses.all(programUuid).map((row) => String(row['course_key']));
    },

    /** Programs that name the course, with its place in each. */
    programsOfCourse(courseKey: string): { uuid: string; position: number }[] {
      return statements.programsOfCourse
        .all(courseKey)
        .map((row) => ({ uuid: String(row['program_uuid']), position: Number(row['position']) }));
    },

    /** Items that left in the last half year, the latest first. */
    tombstones(): Tombstone[] {
      return statements.tombstones.all().map((row) => ({
        kind: row['kind'] === 'program' ? 'program' : 'course',
        key: String(row['key']),
        slug: String(row['slug']),
        title: String(row['title']),
        language: row['language'] === null ? undefined : String(row['language']),
        terms: parseJson<Tombstone['terms']>(row['terms']),
        programs: parseJson<string[]>(row['programs']),
        leftAt: Number(row['left_at']),
      }));
    },

    /** What the cache holds of the picture at the address, or why nothing; undefined where pictures are off. */
    image(url: string): StoredImage | undefined {
      const row = statements.image.get(url);
      return row === undefined ? undefined : storedImageOf(row);
    },

    /** All pictures that items name, by address. */
    *images(): Generator<{ url: string; image: StoredImage }> {
      for (const row of statements.images.iterate()) {
        yield { url: String(row['url']), image: storedImageOf(row) };
      }
    },

    close(): void {
      database.close();
    },
  };
}

type ItemOf<Kind extends ItemKind> = Kind extends 'course' ? Course : Program;
type OutlineOf<Kind extends ItemKind> = Kind extends 'course' ? CourseOutline : ProgramOutline;
type Row = Record<string, unknown>;

type AnyItem = Course | CourseOutline | Program | ProgramOutline;

function termOf(row: Row): StoredTerm {
  return { key: String(row['key']), name: String(row['name']), slug: String(row['slug']) };
}

/** What the writer of this version has stored; the version is checked when the file is opened. */
function parseJson<Value>(json: unknown): Value {
  return JSON.parse(String(json)) as Value;
}
