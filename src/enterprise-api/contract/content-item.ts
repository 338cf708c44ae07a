import type { z } from 'zod';
import { course, type CourseResource } from './course.ts';
import { courseRun, type CourseRunResource } from './course-run.ts';
import { program, type ProgramResource } from './program.ts';

export type ContentKind = 'course' | 'course-run' | 'program';

export type ContentItem =
  | { kind: 'course'; key: string; item: CourseResource }
  | { kind: 'course-run'; key: string; item: CourseRunResource }
  | { kind: 'program'; key: string; item: ProgramResource };

/** An item that was left out: which one, and why, for the sync report. */
export interface RefusedItem {
  kind: ContentKind | 'unknown';
  /** The item's key or uuid as far as it has one. */
  key: string;
  /** One entry per fault: the path of the field (`course_runs.0.key`) and what is wrong with it. */
  problems: { path: string; reason: string }[];
}

const contentTypes = new Map<string, ContentKind>([
  ['course', 'course'],
  ['courserun', 'course-run'],
  ['program', 'program'],
]);

/**
 * Parses one entry of a catalog's `results`: by `content_type` where given, else by shape (peers §5.9).
 * Never throws: an entry of another kind or of a wrong shape comes back as refused.
 */
export function parseContentItem(
  raw: unknown,
): { ok: true; content: ContentItem } | { ok: false; refused: RefusedItem } {
  const kind = contentKindOf(raw);
  const key = keyOf(raw);
  if (kind === undefined) {
    return refuse({
      kind: 'unknown',
      key,
      problems: [{ path: 'content_type', reason: unknownReason(raw) }],
    });
  }
  const parsed = parsers[kind](raw);
  return parsed.success
    ? { ok: true, content: parsed.content }
    : refuse({ kind, key, problems: problemsOf(parsed.error) });
}

export function problemsOf(error: z.ZodError): RefusedItem['problems'] {
  return error.issues.map((issue) => ({
    path: issue.path.join('.') || '(item)',
    reason: issue.message,
  }));
}

const parsers: Record<
  ContentKind,
  (raw: unknown) => { success: true; content: ContentItem } | { success: false; error: z.ZodError }
> = {
  course: (raw) => {
    const result = course.safeParse(raw);
    return result.success
      ? { success: true, content: { kind: 'course', key: result.data.key, item: result.data } }
      : result;
  },
  'course-run': (raw) => {
    const result = courseRun.safeParse(raw);
    return result.success
      ? { success: true, content: { kind: 'course-run', key: result.data.key, item: result.data } }
      : result;
  },
  program: (raw) => {
    const result = program.safeParse(raw);
    return result.success
      ? { success: true, content: { kind: 'program', key: result.data.uuid, item: result.data } }
      : result;
  },
};

function contentKindOf(raw: unknown): ContentKind | undefined {
  if (!isObject(raw)) return undefined;
  const declared = raw['content_type'];
  if (typeof declared === 'string' && declared !== '') {
    return contentTypes.get(declared.toLowerCase().replaceAll(/[_-]/g, ''));
  }
  if ('course_runs' in raw) return 'course';
  if ('courses' in raw || 'authoring_organizations' in raw) return 'program';
  if ('course' in raw && 'seats' in raw) return 'course-run';
  return undefined;
}

function keyOf(raw: unknown): string {
  if (!isObject(raw)) return '(none)';
  const name = raw['key'] ?? raw['uuid'] ?? raw['aggregation_key'] ?? raw['title'];
  return (typeof name === 'string' && name !== '') || typeof name === 'number'
    ? String(name)
    : '(none)';
}

function unknownReason(raw: unknown): string {
  if (!isObject(raw)) return `Expected an object, received ${typeNameOf(raw)}.`;
  const declared = raw['content_type'];
  return typeof declared === 'string' && declared !== ''
    ? `"${declared}" is not a content type of the catalogue (course, course run, program).`
    : 'Has no content_type and the shape of no course, course run or program.';
}

function typeNameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}

function refuse(refused: RefusedItem): { ok: false; refused: RefusedItem } {
  return { ok: false, refused };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
