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
  type RefusedItem,
} from './contract/index.ts';
import { EnterpriseApiError, EnterpriseApiResponseError } from './errors.ts';
import { createGetJson, type GetJson, type JsonRequest } from './get-json.ts';
import { parseOptions, type EnterpriseApiClientOptions } from './options.ts';
import { createStatistics, type Statistics } from './statistics.ts';
import { walkPages, type WalkSummary } from './walk.ts';

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** Errors are those of `errors.ts`, or the reason of the signal. */
export interface EnterpriseApiClient {
  /** Every catalog that the credentials may see, each once. Throws where a page of the list is lost. */
  fetchCatalogs: (options?: CallOptions) => Promise<CatalogList>;
  /** A catalog's content, page after page, in constant memory; an item may come more than once. */
  walkCatalogContent: (
    catalogUuid: string,
    options?: CallOptions,
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
  readonly statistics: Readonly<Statistics>;
}

export interface CatalogList {
  items: CatalogResource[];
  refused: RefusedItem[];
  notes: string[];
}

const catalogsPath = '/enterprise/v2/enterprise-catalogs';

/**
 * A client of the reading side of the Enterprise API: one for all calls, since they share the token, the pace
 * and the pauses that the service asks for. It follows api-ground-truth §11.
 */
export function createEnterpriseApiClient(
  options: EnterpriseApiClientOptions,
): EnterpriseApiClient {
  const settings = parseOptions(options);
  const statistics = createStatistics();
  const getJson = createGetJson(settings, statistics);
  const { pageSize, maxPages, concurrency } = settings;
  const limits = { getJson, pageSize, maxPages, concurrency };

  return {
    async fetchCatalogs({ signal } = {}) {
      const list = { ...limits, kind: 'catalogs', path: catalogsPath, signal } as const;
      return collectCatalogs(walkPages(list, ({ results }) => results));
    },

    async *walkCatalogContent(catalogUuid, { signal } = {}) {
      const path = `${catalogsPath}/${encodeKey(catalogUuid)}`;
      return yield* walkPages({ ...limits, kind: 'content', path, signal }, parseContentPage);
    },

    fetchCourse: (catalogUuid, key, call) =>
      fetchItem(getJson, course, 'course', [catalogUuid, 'courses', key], call),
    fetchCourseRun: (catalogUuid, key, call) =>
      fetchItem(getJson, courseRun, 'course-run', [catalogUuid, 'course-runs', key], call),
    fetchProgram: (catalogUuid, uuid, call) =>
      fetchItem(getJson, program, 'program', [catalogUuid, 'programs', uuid], call),
    statistics,
  };
}

async function collectCatalogs(
  pages: AsyncGenerator<unknown[], WalkSummary>,
): Promise<CatalogList> {
  const items = new Map<string, CatalogResource>();
  const refused: RefusedItem[] = [];
  let step = await pages.next();
  for (; step.done !== true; step = await pages.next()) {
    for (const raw of step.value) {
      const result = catalog.safeParse(raw);
      if (result.success) items.set(result.data.uuid, result.data);
      else refused.push({ kind: 'unknown', key: nameOf(raw), problems: problemsOf(result.error) });
    }
  }
  const { complete, notes } = step.value;
  if (!complete) {
    throw new EnterpriseApiError(
      `The list of catalogs could not be read whole. ${notes.join(' ')}`,
    );
  }
  return { items: [...items.values()], refused, notes };
}

function nameOf(raw: unknown): string {
  const { title } = Object(raw) as { title?: unknown };
  return typeof title === 'string' && title !== '' ? title : '(catalog)';
}

async function fetchItem<Schema extends z.ZodType>(
  getJson: GetJson,
  schema: Schema,
  kind: JsonRequest['kind'],
  keys: string[],
  { signal }: CallOptions = {},
): Promise<z.output<Schema>> {
  const path = [catalogsPath, ...keys.map(encodeKey)].join('/');
  const result = schema.safeParse(await getJson({ kind, path, signal }));
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

/** `+` and `:` stand literally in keys, as the reference writes them (api-ground-truth §1.1). */
function encodeKey(key: string): string {
  if (key === '' || key === '.' || key === '..') {
    throw new EnterpriseApiError(`"${key}" is no key of an item: it cannot stand in an address.`);
  }
  return encodeURIComponent(key).replaceAll('%2B', '+').replaceAll('%3A', ':');
}
