import type { ListedCourse, SourceCourse } from './item-types.ts';

/**
 * A course that is new to the catalog, until the service has updated it: a search document, with less than a
 * course and other shapes (api-ground-truth §5.2, "Sparse items").
 */
export function toSearchDocument(course: SourceCourse): ListedCourse {
  const runs = course.course_runs ?? [];
  return {
    content_type: 'course',
    aggregation_key: `course:${course.key}`,
    key: course.key,
    ...pick(course, ['uuid', 'title', 'short_description', 'full_description', 'level_type']),
    ...pick(course, ['course_type', 'enrollment_url', 'marketing_url', 'modified', 'skill_names']),
    ...pick(course, ['outcome', 'prerequisites', 'advertised_course_run_uuid']),
    card_image_url: course.card_image_url ?? course.original_image?.src ?? null,
    image_url: course.card_image_url ?? course.original_image?.src ?? null,
    organizations: (course.owners ?? []).map(({ key, name }) => `${key}: ${name ?? key}`),
    subjects: (course.subjects ?? []).map(({ name }) => name ?? ''),
    languages: [...new Set(runs.map((run) => run.content_language_search_facet_name))],
    program_titles: (course.programs ?? []).map(({ title }) => title ?? ''),
    program_types: (course.programs ?? []).map(({ type }) => type ?? ''),
    course_runs: runs.map((run) => ({
      key: run.key,
      ...pick(run, ['start', 'end', 'enrollment_start', 'enrollment_end', 'availability']),
      ...pick(run, ['pacing_type', 'min_effort', 'max_effort', 'weeks_to_complete', 'status']),
      ...pick(run, ['estimated_hours', 'is_enrollable', 'enrollment_url']),
      ...pick(run, ['first_enrollable_paid_seat_price']),
      enrollment_mode: run.type ?? null,
      go_live_date: run['go_live_date'] ?? null,
    })),
  };
}

/** The fields of these names that the item has. */
function pick(item: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(item, name)).map((name) => [name, item[name]]),
  );
}
