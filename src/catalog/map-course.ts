import type { CourseResource, CourseRunResource } from '#enterprise-api/contract';
import { plainTitle, toPlainText } from './html.ts';
import { mapCourseRun } from './map-course-run.ts';
import {
  createMappingContext,
  imageUrlOf,
  mapLanguages,
  mapLearningItems,
  mapLevel,
  mapLocation,
  mapOrganizationNames,
  mapPartners,
  mapProgramReferences,
  mapSkills,
  mapSource,
  mapSubjects,
  mapTopics,
  type MappingContext,
} from './map-parts.ts';
import type { Course, CourseRun } from './types.ts';
import {
  entriesOf,
  parseMoney,
  parseNumber,
  parseText,
  uniqueBy,
  type NoteTaker,
} from './values.ts';
import { isVisibleRun } from './visibility.ts';

/**
 * Maps a course of the contract to ours. `additionalRuns` are runs of it that a catalog lists alone. Values
 * that can't be read become absent and are told to `note`.
 */
export function mapCourse(
  resource: CourseResource,
  note: NoteTaker,
  additionalRuns: CourseRunResource[] = [],
): Course {
  const context = createMappingContext(note);
  const runs = mapRuns(resource, additionalRuns, context);
  const shortDescription = context.html(resource.short_description, 'short_description');
  const partners = mapPartners(resource.owners, context, 'owners');
  const course: Course = {
    kind: 'course',
    key: resource.key,
    uuid: parseText(resource.uuid),
    title: plainTitle(resource.title),
    isExecutiveEducation: isExecutiveEducation(resource),
    language: courseLanguage(resource, runs, context),
    shortDescription,
    summary: shortDescription === undefined ? undefined : toPlainText(shortDescription),
    fullDescription: context.html(resource.full_description, 'full_description'),
    extraDescription: extraDescriptionOf(resource, context),
    outcome: context.html(resource.outcome, 'outcome'),
    learningItems: mapLearningItems(
      resource.expected_learning_items,
      context,
      'expected_learning_items',
    ),
    syllabus: context.html(resource.syllabus_raw, 'syllabus_raw'),
    prerequisites: prerequisitesOf(resource, context),
    faq: context.html(resource.faq, 'faq'),
    testimonials: context.html(resource.learner_testimonials, 'learner_testimonials'),
    additionalInformation: context.html(resource.additional_information, 'additional_information'),
    isTextCut: false,
    level: mapLevel(resource.level_type),
    partners: partners.length > 0 ? partners : mapOrganizationNames(resource.organizations),
    partnerOverride: parseText(resource.organization_short_code_override),
    logoOverrideUrl: context.url(
      resource.organization_logo_override_url,
      'organization_logo_override_url',
    ),
    sponsors: sponsorsOf(resource, context),
    subjects: mapSubjects(resource.subjects),
    skills: mapSkills(resource.skills, resource.skill_names),
    topics: mapTopics(resource.topics),
    location: mapLocation(resource.location_restriction),
    source: mapSource(resource.product_source),
    marketingUrl: context.url(resource.marketing_url, 'marketing_url'),
    imageUrl: imageUrlOf(
      [
        { value: resource.card_image_url, path: 'card_image_url' },
        { value: resource.image, path: 'image.src' },
        { value: resource.original_image, path: 'original_image.src' },
        { value: resource.image_url, path: 'image_url' },
        { value: resource.video?.image, path: 'video.image.src' },
      ],
      context,
    ),
    videoUrl: context.url(resource.video?.src, 'video.src'),
    runs,
    advertisedRunUuid: parseText(resource.advertised_course_run_uuid),
    canonicalRunKey: parseText(resource.canonical_course_run_key),
    entitlements: entriesOf(resource.entitlements).flatMap((entitlement) => {
      const price = parseMoney(entitlement.price, entitlement.currency);
      const mode = parseText(entitlement.mode)?.toLowerCase();
      return price === undefined || mode === undefined ? [] : [{ mode, price }];
    }),
    externalDates: externalDatesOf(resource, context),
    provider: providerOf(resource, context),
    programs: mapProgramReferences(resource.programs),
    isInSubscription: resource.enterprise_subscription_inclusion ?? undefined,
    enrollmentCount: parseNumber(resource.enrollment_count),
    recentEnrollmentCount: parseNumber(resource.recent_enrollment_count),
    modified:
      context.date(resource.modified, 'modified') ??
      context.date(resource.data_modified_timestamp, 'data_modified_timestamp'),
    isExcludedFromSearch: resource.excluded_from_search === true,
    isExcludedFromSeo: resource.excluded_from_seo === true,
  };
  return { ...course, isTextCut: context.isTextCut() };
}

/** The course that a run makes when its own can't be had (design §5). */
export function courseOfRun(run: CourseRunResource, courseKey: string): CourseResource {
  return {
    key: courseKey,
    title: parseText(run.title) ?? courseKey,
    course_runs: [run],
    short_description: run.short_description,
    full_description: run.full_description,
    outcome: run.outcome,
    level_type: run.level_type,
    image: run.image,
    image_url: run.image_url,
    marketing_url: run.marketing_url,
    video: run.video,
    programs: run.programs,
    enterprise_subscription_inclusion: run.enterprise_subscription_inclusion,
    course_type: entriesOf(run.seats).some((seat) => seat.type === 'unpaid-executive-education')
      ? executiveEducation
      : undefined,
    prerequisites_raw: undefined,
    extra_description: undefined,
    product_source: undefined,
    original_image: undefined,
    location_restriction: undefined,
    additional_metadata: undefined,
  };
}

/**
 * The key of the course that a run belongs to: `course`, `parent_content_key`, or what follows `courserun:`
 * in `aggregation_key` (api-ground-truth §5.2). Never derived from the run's own key.
 */
export function courseKeyOfRun(run: CourseRunResource): string | undefined {
  return (
    parseText(run.course) ??
    parseText(run.parent_content_key) ??
    parseText(run.aggregation_key?.replace(/^courserun:/, ''))
  );
}

const executiveEducation = 'executive-education-2u';

function isExecutiveEducation(resource: CourseResource): boolean {
  return resource.course_type?.toLowerCase() === executiveEducation;
}

function mapRuns(
  resource: CourseResource,
  additionalRuns: CourseRunResource[],
  context: MappingContext,
): CourseRun[] {
  const texts = {
    shortDescription: resource.short_description,
    fullDescription: resource.full_description,
    outcome: resource.outcome,
  };
  const all = [...entriesOf(resource.course_runs), ...additionalRuns];
  const runs = all.flatMap((run, index) =>
    isVisibleRun(run) ? [mapCourseRun(run, texts, context, `course_runs.${index}`)] : [],
  );
  return uniqueBy(runs, (run) => run.key);
}

function courseLanguage(
  resource: CourseResource,
  runs: CourseRun[],
  context: MappingContext,
): string | undefined {
  const advertised = runs.find(
    (run) => run.uuid === parseText(resource.advertised_course_run_uuid),
  );
  if (advertised?.language !== undefined) return advertised.language;
  const counts = new Map<string, number>();
  for (const { language } of runs) {
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [mostFrequent] = [...counts].toSorted((one, other) => other[1] - one[1]);
  return mostFrequent?.[0] ?? mapLanguages(resource.languages, context, 'languages')[0];
}

/** A list in the reference's table, HTML in the service. */
function prerequisitesOf(resource: CourseResource, context: MappingContext): string | undefined {
  const raw = resource.prerequisites_raw;
  if (typeof raw === 'string') return context.html(raw, 'prerequisites_raw');
  const names = [...entriesOf(raw), ...entriesOf(resource.prerequisites)].flatMap((entry) => {
    const name =
      typeof entry === 'object' && entry !== null ? (entry as { name?: unknown }).name : entry;
    return parseText(name) ?? [];
  });
  if (names.length === 0) return undefined;
  return context.html(
    `<ul>${names.map((name) => `<li>${name}</li>`).join('')}</ul>`,
    'prerequisites',
  );
}

function extraDescriptionOf(
  resource: CourseResource,
  context: MappingContext,
): Course['extraDescription'] {
  const extra = resource.extra_description;
  if (extra === null || extra === undefined) return undefined;
  const html = context.html(
    typeof extra === 'string' ? extra : extra.description,
    'extra_description',
  );
  if (html === undefined) return undefined;
  return { title: typeof extra === 'string' ? undefined : parseText(extra.title), html };
}

function sponsorsOf(resource: CourseResource, context: MappingContext): Course['sponsors'] {
  return entriesOf(resource.sponsors).flatMap((sponsor, index) => {
    const name = parseText(sponsor.name);
    if (name === undefined) return [];
    const path = `sponsors.${index}`;
    return [
      {
        name,
        url: context.url(sponsor.homepage_url, `${path}.homepage_url`),
        logoUrl: context.url(sponsor.logo_image_url, `${path}.logo_image_url`),
      },
    ];
  });
}

/** Its `variant_id` is a number of sales and stays where it is. */
function providerOf(resource: CourseResource, context: MappingContext): Course['provider'] {
  const metadata = resource.additional_metadata;
  if (metadata === null || metadata === undefined) return undefined;
  return {
    url:
      context.url(metadata.external_url, 'additional_metadata.external_url') ??
      context.url(metadata.organic_url, 'additional_metadata.organic_url'),
    status: parseText(metadata.product_status),
  };
}

function externalDatesOf(
  resource: CourseResource,
  context: MappingContext,
): Course['externalDates'] {
  const metadata = resource.additional_metadata;
  if (metadata === null || metadata === undefined) return undefined;
  return {
    start: context.date(metadata.start_date, 'additional_metadata.start_date'),
    end: context.date(metadata.end_date, 'additional_metadata.end_date'),
    registrationDeadline: context.date(
      metadata.registration_deadline,
      'additional_metadata.registration_deadline',
    ),
  };
}
