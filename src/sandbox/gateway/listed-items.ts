import type { ListedCourse, SourceCourse, SourceRun } from './item-types.ts';
import { toPortalUrl } from './portal-url.ts';
import { toSearchDocument } from './search-document.ts';
import type { Switches } from './switches.ts';

const executiveCourseType = 'executive-education-2u';
const millisecond = '.000Z';

/**
 * Makes an item of a data folder what the deployed catalog service lists (api-ground-truth §5.2).
 * @returns the item's JSON, or undefined where the service leaves it out of its page
 */
export function toListedItem(source: Buffer, switches: Switches): Buffer | undefined {
  const item = JSON.parse(source.toString()) as Record<string, unknown>;
  const listed = listItem(item, switches);
  return listed === undefined ? undefined : Buffer.from(JSON.stringify(listed));
}

function listItem(item: Record<string, unknown>, switches: Switches): object | undefined {
  if (isCourse(item)) return listCourse(item, switches);
  if ('authoring_organizations' in item) return listProgram(item);
  return listRun(item, switches);
}

function listCourse(course: SourceCourse, switches: Switches): object | undefined {
  const runs = course.course_runs ?? [];
  if (switches.filter && !hasActiveRun(runs)) return undefined;
  const isSparse = shareOf(course.key) < switches.sparse;
  const listed = isSparse ? toSearchDocument(course) : addSearchFields(course);
  return switches.portal ? leadToPortal(listed) : listed;
}

/** One published run, and one that can be enrolled in: since October 2024 and February 2026. */
function hasActiveRun(runs: readonly SourceRun[]): boolean {
  return (
    runs.some(({ status }) => status === 'published') &&
    runs.some(
      ({ status, is_enrollable, is_marketable, is_marketable_external }) =>
        is_enrollable === true &&
        ((status === 'published' && is_marketable === true) || is_marketable_external === true),
    )
  );
}

/** The full course of the discovery service, and what the catalog service adds for its search. */
function addSearchFields(course: SourceCourse): ListedCourse {
  const runs = course.course_runs ?? [];
  const chosen = runs.find(({ uuid }) => uuid === course.advertised_course_run_uuid) ?? runs[0];
  return {
    content_type: 'course',
    aggregation_key: `course:${course.key}`,
    seat_types: unique(runs.flatMap(({ seats }) => (seats ?? []).map(({ type }) => type))),
    end_date: chosen?.end ?? null,
    languages: unique(runs.map((run) => run.content_language_search_facet_name).filter(isText)),
    image_url: course.card_image_url ?? course.original_image?.src ?? null,
    parent_content_key: null,
    content_last_modified: course.modified?.replace(/\.\d+Z$/, millisecond) ?? null,
    active: hasActiveRun(runs),
    normalized_metadata: normalize(course, chosen),
    normalized_metadata_by_run: Object.fromEntries(
      runs.map((run) => [run.key, normalize(course, run)]),
    ),
    ...course,
    course_runs: runs.map((run) => ({
      fixed_price_usd: null,
      restriction_type: null,
      is_marketable_external: false,
      parent_content_key: course.key,
      ...run,
    })),
  };
}

function normalize(course: SourceCourse, run: SourceRun | undefined) {
  const price = Number(course.entitlements?.[0]?.price ?? 0);
  return {
    start_date: run?.start ?? null,
    end_date: run?.end ?? null,
    enroll_by_date: run?.enrollment_end ?? null,
    enroll_start_date: run?.enrollment_start ?? null,
    content_price: Number.isFinite(price) ? price : null,
  };
}

function leadToPortal(course: ListedCourse): ListedCourse {
  const isExecutive = course.course_type === executiveCourseType;
  const lead = (url: string | null | undefined, run?: string): string | null =>
    toPortalUrl(url, { course: course.key, isExecutive, run });
  return {
    ...course,
    enrollment_url: lead(course.enrollment_url),
    course_runs: (course.course_runs ?? []).map(({ enrollment_url: url, ...run }) =>
      isExecutive ? run : { ...run, enrollment_url: lead(url, run.key) },
    ),
  };
}

/** A program has no key, and nothing to enroll by. */
function listProgram(program: Record<string, unknown>): object {
  const { key: _, ...rest } = program;
  return {
    content_type: 'program',
    aggregation_key: `program:${String(program['uuid'])}`,
    ...rest,
    enrollment_url: null,
  };
}

/** A run by itself is a flat search document. */
function listRun(run: Record<string, unknown>, { portal }: Switches): object {
  const course =
    typeof run['course'] === 'string'
      ? run['course']
      : String(run['aggregation_key']).replace('courserun:', '');
  const { seats: _seats, staff: _staff, course: _course, ...rest } = run;
  const listed = { content_type: 'courserun', aggregation_key: `courserun:${course}`, ...rest };
  const url = run['enrollment_url'];
  if (!portal || typeof url !== 'string') return listed;
  const place = { course, isExecutive: false, run: String(run['key']) };
  return { ...listed, enrollment_url: toPortalUrl(url, place) };
}

function isCourse(item: Record<string, unknown>): item is SourceCourse {
  return 'course_runs' in item;
}

/** The same number from 0 to 1 for a key at every time. */
function shareOf(key: string): number {
  let hash = 0;
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash / 9973;
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
