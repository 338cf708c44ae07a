import type { z } from 'zod';
import { parseContentPage, type ContentPage } from './content-page.ts';
import {
  catalog,
  course,
  courseRun,
  problemsOf,
  program,
  type CatalogResource,
  type CourseResource,
  type CourseRunResource,
  type ProgramResource,
} from './contract/index.ts';
import { encodeKey } from './encode-key.ts';
import { EnterpriseApiResponseError } from './errors.ts';
import { collectList, type CollectedList } from './collect-list.ts';
import { createConnection } from './connection.ts';
import {
  createGetJson,
  createGetTagged,
  type GetJson,
  type GetTagged,
  type JsonRequest,
} from './get-json.ts';
import { createLicensingClient, type LicensingClient } from './licensing-client.ts';
import { parseOptions, type EnterpriseApiClientOptions } from './options.ts';
import { createStatistics, type Statistics } from './statistics.ts';
import { walkPages, type WalkStart, type WalkSummary } from './walk.ts';

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** Errors are those of `errors.ts`, or the reason of the signal. */
export interface EnterpriseApiClient extends LicensingClient {
  /** Every catalog that the credentials may see, each once. Throws where a page of the list is lost. */
  fetchCatalogs: (options?: CallOptions) => Promise<CatalogList>;
  /** A catalog's content, page after page, in constant memory; an item may come more than once. */
  walkCatalogContent: (
    catalogUuid: string,
    options?: CallOptions & { start?: WalkStart | undefined },
  ) => AsyncGenerator<ContentPage, WalkSummary>;
  fetchCourse: (
    catalogUuid: string,
    courseKey: string,
    options?: CallOptions,
  ) => Promise<CourseResource>;
  fetchCourseRun: (
    catalogUuid: string,
    runKey: string,
    options?: CallOptions,
  ) => Promise<CourseRunResource>;
  fetchProgram: (
    catalogUuid: string,
    programUuid: string,
    options?: CallOptions,
  ) => Promise<ProgramResource>;
  /**
   * A course, or nothing but `unchanged` where the copy with the tag still stands. Services that give no tags
   * send it whole.
   */
  fetchCourseIfChanged: (
    catalogUuid: string,
    courseKey: string,
    options: TaggedCallOptions,
  ) => Promise<Tagged<CourseResource>>;
  fetchProgramIfChanged: (
    catalogUuid: string,
    programUuid: string,
    options: TaggedCallOptions,
  ) => Promise<Tagged<ProgramResource>>;
  readonly statistics: Readonly<Statistics>;
}

export interface TaggedCallOptions extends CallOptions {
  etag: string | undefined;
}

/** An item with the tag of this copy. */
export type Tagged<Item> = { item: Item; etag: string | undefined } | 'unchanged';

export type CatalogList = CollectedList<CatalogResource>;

const catalogsPath = '/enterprise/v2/enterprise-catalogs';

/**
 * A client of the Enterprise API: one for all calls, since they share the token, the pace
 * and the pauses that the service asks for. It follows api-ground-truth §11.
 */
export function createEnterpriseApiClient(
  options: EnterpriseApiClientOptions,
): EnterpriseApiClient {
  const statistics = createStatistics();
  const countBytes = (bytes: number): void => {
    statistics.bytes += bytes;
  };
  const settings = { ...parseOptions(options), onBytes: countBytes };
  const connection = createConnection(settings, statistics);
  const getTagged = createGetTagged(connection);
  const getJson = createGetJson(getTagged);
  const { pageSize, maxPages, concurrency } = settings;
  const limits = { getJson, pageSize, maxPages, concurrency };

  return {
    async fetchCatalogs({ signal } = {}) {
      const list = { ...limits, kind: 'catalogs', path: catalogsPath, signal } as const;
      const pages = walkPages(list, ({ results }) => results);
      return collectList('catalogs', catalog, pages);
    },

    async *walkCatalogContent(catalogUuid, { signal, start } = {}) {
      const path = `${catalogsPath}/${encodeKey(catalogUuid)}`;
      return yield* walkPages(
        { ...limits, kind: 'content', path, start, signal },
        parseContentPage,
      );
    },

    fetchCourse: (catalogUuid, key, call) =>
      fetchItem(getJson, course, 'course', [catalogUuid, 'courses', key], call),
    fetchCourseRun: (catalogUuid, key, call) =>
      fetchItem(getJson, courseRun, 'course-run', [catalogUuid, 'course-runs', key], call),
    fetchProgram: (catalogUuid, uuid, call) =>
      fetchItem(getJson, program, 'program', [catalogUuid, 'programs', uuid], call),
    fetchCourseIfChanged: (catalogUuid, key, call) =>
      fetchIfChanged(getTagged, course, 'course', [catalogUuid, 'courses', key], call),
    fetchProgramIfChanged: (catalogUuid, uuid, call) =>
      fetchIfChanged(getTagged, program, 'program', [catalogUuid, 'programs', uuid], call),
    ...createLicensingClient(connection, getJson),
    statistics,
  };
}

async function fetchItem<Schema extends z.ZodType>(
  getJson: GetJson,
  schema: Schema,
  kind: JsonRequest['kind'],
  keys: string[],
  { signal }: CallOptions = {},
): Promise<z.output<Schema>> {
  const path = pathOf(keys);
  return parseItem(schema, path, await getJson({ kind, path, signal }));
}

async function fetchIfChanged<Schema extends z.ZodType>(
  getTagged: GetTagged,
  schema: Schema,
  kind: JsonRequest['kind'],
  keys: string[],
  { etag, signal }: TaggedCallOptions,
): Promise<Tagged<z.output<Schema>>> {
  const path = pathOf(keys);
  const answer = await getTagged({ kind, path, etag, signal });
  if (answer === 'unchanged') return answer;
  return { item: parseItem(schema, path, answer.json), etag: answer.etag };
}

function pathOf(keys: string[]): string {
  return [catalogsPath, ...keys.map(encodeKey)].join('/');
}

function parseItem<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  json: unknown,
): z.output<Schema> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const problems = problemsOf(result.error);
  const shown = problems.slice(0, 3).map((problem) => `${problem.path}: ${problem.reason}`);
  throw new EnterpriseApiResponseError(
    path,
    'wrong-shape',
    `does not fit the contract: ${shown.join('; ')}`,
    problems,
  );
}
