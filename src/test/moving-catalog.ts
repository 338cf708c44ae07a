import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSandbox, writeDataFolder, type Sandbox } from '#sandbox';
import { findCurrentSnapshot, type SyncReport } from '#snapshot';
import type { SyncOptions } from '#snapshot/sync';
import {
  createCourseResource,
  createProgramResource,
  createRunResource,
  testNow,
} from './builders.ts';
import { syncSandbox } from './sync-sandbox.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface MovingCatalog {
  title: string;
  /** Days since the tests' beginning at which it says that it last changed. */
  stamp: number;
  courses: string[];
  programs: string[];
  runs: string[];
}

/** A company's content as it moves from night to night, served anew for each sync. */
export interface MovingContent {
  catalogs: Record<string, MovingCatalog>;
  courses: Record<string, Record<string, unknown>>;
  programs: Record<string, Record<string, unknown>>;
  /** Runs that a catalog lists by themselves. */
  runs: Record<string, Record<string, unknown>>;
}

export interface Night {
  report: SyncReport;
  sandbox: Sandbox;
  /** The paths that were asked for, without the token's, and with the page's number where it is not the first. */
  asked: string[];
}

export interface NightOptions extends Partial<SyncOptions> {
  /** Since the last sync; 24. */
  hours?: number;
  /** Acts on the sandbox before the sync begins. */
  prepare?: (sandbox: Sandbox) => void;
}

/** Runs syncs against content that tests change in between, one a day. */
export function createMovingCatalog(content: MovingContent) {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-moving-'));
  const directory = path.join(folder, 'snapshot');
  let hour = 0;
  let served = 0;
  return {
    content,
    directory,
    /** Lets days pass, and no sync happen. */
    pass(days: number): void {
      hour += days * 24;
    },
    /** Marks catalogs as changed today, as the service does when their content changed. */
    touch(...uuids: string[]): void {
      for (const uuid of uuids) {
        const catalog = content.catalogs[uuid];
        if (catalog !== undefined) catalog.stamp = hour / 24 + 1;
      }
    },
    /** A sync, a day after the last, into a folder of its own where `into` is given. */
    async sync(
      { prepare, hours = 24, ...options }: NightOptions = {},
      into = directory,
    ): Promise<Night> {
      if (into === directory) hour += hours;
      served += 1;
      const data = path.join(folder, `data-${served}`);
      writeMovingFolder(data, content);
      const sandbox = await createSandbox({ data });
      prepare?.(sandbox);
      const now = testNow + hour * hourMs;
      try {
        const report = await syncSandbox(sandbox.url, into, { clock: () => now, ...options });
        return { report, sandbox, asked: listAsked(sandbox) };
      } finally {
        await sandbox.close();
        rmSync(data, { recursive: true });
      }
    },
    /** A sync of the same content that knows nothing of the ones before it. */
    async syncAnew(): Promise<string> {
      served += 1;
      const into = path.join(folder, `anew-${served}`);
      await this.sync({}, into);
      return into;
    },
    remove: (): void => rmSync(folder, { recursive: true }),
  };
}

/** Writes the content as it is now, for a sandbox. */
export function writeMovingFolder(directory: string, content: MovingContent): void {
  writeDataFolder(directory, toFolder(content));
}

/** Everything of a snapshot that pages can be made of, without what depends on its history. */
export function dumpSnapshot(directory: string): Record<string, unknown[]> {
  const database = new DatabaseSync(findCurrentSnapshot(directory) ?? '', { readOnly: true });
  const all = (query: string): unknown[] => database.prepare(query).all();
  const dump = {
    catalogs: all('SELECT uuid, position, json FROM catalogs ORDER BY uuid'),
    items: all('SELECT kind, key, json FROM items ORDER BY kind, key'),
    runs: all(
      'SELECT items.key AS course, runs.key FROM runs JOIN items ON items.id = course_id ORDER BY 1, 2',
    ),
    memberships: all('SELECT * FROM memberships ORDER BY catalog_uuid, kind, key'),
    terms: all('SELECT kind, key, name, json FROM terms ORDER BY kind, key'),
    itemTerms: all(
      `SELECT items.kind AS item_kind, items.key AS item, item_terms.kind, item_terms.key, position
       FROM item_terms JOIN items ON items.id = item_id ORDER BY 1, 2, 3, 4`,
    ),
    programCourses: all('SELECT * FROM program_courses ORDER BY program_uuid, course_key'),
    findings: all('SELECT scope, type, kind, key, path, json FROM findings ORDER BY 1, 2, 3, 4, 5'),
  };
  database.close();
  return dump;
}

/** A course of so many runs, with what a page needs. */
export function movingCourse(
  key: string,
  overrides: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    ...createCourseResource({
      key,
      uuid: `uuid-${key}`,
      title: `Course ${key}`,
      card_image_url: `https://media.example/${encodeURIComponent(key)}.png`,
      short_description: `<p>About ${key}.</p>`,
      full_description: `<p>All about ${key}.</p>`,
      level_type: 'Introductory',
      course_runs: [
        createRunResource({ key: `course-v1:${key}+1T2026`, uuid: `run-${key}`, title: key }),
      ],
      enrollment_url: `https://portal.example/course/${key}/enroll/?catalog=any&x=1`,
      ...overrides,
    }),
  };
}

export function movingProgram(
  uuid: string,
  overrides: Record<string, unknown> = {},
): Record<string, unknown> {
  return { ...createProgramResource({ uuid, title: `Program ${uuid}`, ...overrides }) };
}

function toFolder({ catalogs, courses, programs, runs }: MovingContent) {
  return {
    catalogs: Object.entries(catalogs).map(([uuid, { title, stamp }]) => ({
      uuid,
      title,
      enterprise_customer: 'company-1',
      catalog_query_uuid: null,
      content_last_modified: new Date(testNow + stamp * dayMs).toISOString(),
      catalog_modified: new Date(testNow).toISOString(),
    })),
    contents: Object.fromEntries(
      Object.entries(catalogs).map(([uuid, catalog]) => [
        uuid,
        { courses: catalog.courses, programs: catalog.programs, course_runs: catalog.runs },
      ]),
    ),
    courses: Object.values(courses),
    programs: Object.values(programs),
    courseRuns: Object.values(runs),
  };
}

function listAsked({ requests }: Sandbox): string[] {
  return requests
    .filter(({ method }) => method === 'GET')
    .map(({ path: asked, query }) => {
      const short = asked.replace('/enterprise/v2/enterprise-catalogs', '') || '/';
      return query['page'] === undefined || query['page'] === '1'
        ? short
        : `${short}?page=${query['page']}`;
    })
    .toSorted();
}
