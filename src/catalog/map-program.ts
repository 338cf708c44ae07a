import type { ProgramResource } from '#enterprise-api/contract';
import { plainTitle, toPlainText } from './html.ts';
import { mapDegree } from './map-degree.ts';
import {
  createMappingContext,
  imageUrlOf,
  mapInstructors,
  mapLanguages,
  mapLearningItems,
  mapLevel,
  mapLocation,
  mapPartners,
  mapSkills,
  mapSource,
  mapSubjects,
  mapTopics,
  positionOf,
  type MappingContext,
} from './map-parts.ts';
import type { Money, Program, ProgramCourse, SafeHtml } from './types.ts';
import {
  entriesOf,
  parseMoney,
  parseNumber,
  parsePositive,
  parseText,
  uniqueBy,
  type NoteTaker,
} from './values.ts';
import { isVisibleRun } from './visibility.ts';

/** Maps a program of the contract to ours; unreadable values become absent and are told to `note`. */
export function mapProgram(resource: ProgramResource, note: NoteTaker): Program {
  const context = createMappingContext(note);
  const overview = context.html(resource.overview, 'overview');
  const hook = plainOf(resource.marketing_hook);
  const subtitle = plainOf(resource.subtitle);
  const languages = mapLanguages(resource.languages, context, 'languages');
  const program: Program = {
    kind: 'program',
    key: resource.uuid,
    title: plainTitle(resource.title),
    subtitle,
    type: parseText(resource.type),
    hook,
    summary: subtitle ?? hook ?? firstSentences(overview),
    overview,
    partners: mapPartners(resource.authoring_organizations, context, 'authoring_organizations'),
    partnerOverride: parseText(resource.organization_short_code_override),
    logoOverrideUrl: context.url(
      resource.organization_logo_override_url,
      'organization_logo_override_url',
    ),
    courses: uniqueBy(entriesOf(resource.courses).map(mapProgramCourse), ({ key }) => key),
    learningItems: mapLearningItems(
      resource.expected_learning_items,
      context,
      'expected_learning_items',
    ),
    questions: questionsOf(resource, context),
    instructors: uniqueBy(
      [
        ...mapInstructors(resource.instructor_ordering, context, 'instructor_ordering'),
        ...mapInstructors(resource.staff, context, 'staff'),
      ],
      (instructor) => instructor.key,
    ),
    endorsements: endorsementsOf(resource, context),
    jobOutlook: mapLearningItems(resource.job_outlook_items, context, 'job_outlook_items'),
    curricula: entriesOf(resource.curricula).flatMap((curriculum, index) =>
      curriculum.is_active === false
        ? []
        : (context.html(curriculum.marketing_text, `curricula.${index}.marketing_text`) ?? []),
    ),
    subjects: mapSubjects([
      ...entriesOf([resource.primary_subject_override]),
      ...entriesOf(resource.subjects),
    ]),
    skills: mapSkills(resource.skills, resource.skill_names),
    level: mapLevel(resource.level_type_override),
    language: context.language(resource.language_override, 'language_override') ?? languages[0],
    languages,
    transcriptLanguages: mapLanguages(
      resource.transcript_languages,
      context,
      'transcript_languages',
    ),
    weeksToComplete: weeksOf(resource),
    durationOverride: durationOf(resource.program_duration_override),
    hoursPerWeek: hoursOf(resource),
    totalHours: parsePositive(resource.total_hours_of_effort),
    priceRange: priceRangeOf(resource),
    isBoughtAtOnce: resource.is_program_eligible_for_one_click_purchase === true,
    credit: creditOf(resource, context),
    degree: mapDegree(resource.degree, context),
    isInSubscription: resource.enterprise_subscription_inclusion ?? undefined,
    topics: mapTopics(resource.topics),
    location: mapLocation(resource.location_restriction),
    source: mapSource(resource.product_source),
    imageUrl: imageUrlOf(
      [
        { value: resource.card_image_url, path: 'card_image_url' },
        { value: resource.video?.image, path: 'video.image.src' },
      ],
      context,
    ),
    videoUrl: context.url(resource.video?.src, 'video.src'),
    hasOfacRestrictions: resource.has_ofac_restrictions ?? undefined,
    ofacComment: context.html(resource.ofac_comment, 'ofac_comment'),
    enrollmentCount: parseNumber(resource.enrollment_count),
    recentEnrollmentCount: parseNumber(resource.recent_enrollment_count),
    modified: context.date(resource.data_modified_timestamp, 'data_modified_timestamp'),
    isExcludedFromSearch: resource.excluded_from_search === true,
    isExcludedFromSeo: resource.excluded_from_seo === true,
    isTextCut: false,
  };
  return { ...program, isTextCut: context.isTextCut() };
}

function mapProgramCourse(
  course: NonNullable<NonNullable<ProgramResource['courses']>[number]>,
): ProgramCourse {
  const title = parseText(course.title);
  return {
    key: course.key,
    title: title === undefined ? undefined : plainTitle(title),
    summary: plainOf(course.short_description),
    weeks: weeksOfCourse(course),
  };
}

/** Of the advertised run, else of the last one that may be shown and says so. */
function weeksOfCourse(
  course: NonNullable<NonNullable<ProgramResource['courses']>[number]>,
): number | undefined {
  const runs = entriesOf(course.course_runs).filter(isVisibleRun);
  const advertised = runs.find(({ uuid }) => uuid === course.advertised_course_run_uuid);
  return parsePositive(
    (advertised ?? runs.findLast((run) => parsePositive(run.weeks_to_complete)))?.weeks_to_complete,
  );
}

function plainOf(html: string | null | undefined): string | undefined {
  const text = parseText(html);
  return text === undefined ? undefined : parseText(toPlainText(text));
}

/** As many whole sentences of the overview as fit 220 characters; at least one. */
function firstSentences(overview: SafeHtml | undefined): string | undefined {
  if (overview === undefined) return undefined;
  let summary = '';
  for (const sentence of toPlainText(overview).match(/[^.!?。]+(?:[.!?。]+|$)/gu) ?? []) {
    if (summary !== '' && summary.length + sentence.length > 220) break;
    summary += sentence;
  }
  return parseText(summary);
}

function questionsOf(resource: ProgramResource, context: MappingContext): Program['questions'] {
  return entriesOf(resource.faq).flatMap((entry, index) => {
    const answer = context.html(typeof entry === 'string' ? entry : entry.answer, `faq.${index}`);
    if (answer === undefined) return [];
    return [{ question: typeof entry === 'string' ? undefined : plainOf(entry.question), answer }];
  });
}

function endorsementsOf(
  resource: ProgramResource,
  context: MappingContext,
): Program['endorsements'] {
  const individual = entriesOf(resource.individual_endorsements).map((endorsement) => ({
    name: [endorsement.endorser?.given_name, endorsement.endorser?.family_name]
      .map(parseText)
      .filter(Boolean)
      .join(' '),
    position: endorsement.endorser ? positionOf(endorsement.endorser) : undefined,
    quote: endorsement.quote,
    path: 'individual_endorsements',
  }));
  const corporate = entriesOf(resource.corporate_endorsements).map((endorsement) => ({
    name: endorsement.corporation_name,
    position: undefined,
    quote: endorsement.statement,
    path: 'corporate_endorsements',
  }));
  return [...individual, ...corporate].flatMap(({ name, position, quote, path }) => {
    const html = context.html(quote, path);
    return html === undefined ? [] : [{ name: parseText(name), position, quote: html }];
  });
}

function weeksOf(resource: ProgramResource): Program['weeksToComplete'] {
  const min =
    parsePositive(resource.weeks_to_complete_min) ?? parsePositive(resource.weeks_to_complete);
  const max =
    parsePositive(resource.weeks_to_complete_max) ??
    parsePositive(resource.weeks_to_complete) ??
    min;
  return max === undefined ? undefined : { min: Math.min(min ?? max, max), max };
}

function durationOf(value: ProgramResource['program_duration_override']): string | undefined {
  return typeof value === 'number' ? undefined : parseText(value);
}

function hoursOf(resource: ProgramResource): Program['hoursPerWeek'] {
  const max = parsePositive(resource.max_hours_effort_per_week);
  const min = parsePositive(resource.min_hours_effort_per_week);
  if (max === undefined) return min === undefined ? undefined : { max: min };
  return { min: min === undefined || min >= max ? undefined : min, max };
}

/** `price_ranges` are numbers in the reference, `{ currency, min, max }` in the service. */
function priceRangeOf(resource: ProgramResource): Program['priceRange'] {
  const prices = entriesOf(resource.price_ranges).flatMap((range) =>
    typeof range === 'number'
      ? [parseMoney(parsePositive(range))]
      : [
          parseMoney(parsePositive(range.min), range.currency),
          parseMoney(parsePositive(range.max), range.currency),
        ],
  );
  const known = prices.filter((price) => price !== undefined);
  const dollars = known.filter((price) => price.currency === 'USD');
  const sorted = (dollars.length > 0 ? dollars : known).toSorted(
    (one, other) => one.cents - other.cents,
  );
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max?.currency !== min.currency) return undefined;
  return { min, max, total: totalPriceOf(resource, min.currency) };
}

function totalPriceOf(resource: ProgramResource, currency: string): Money | undefined {
  const totals = entriesOf(resource.price_ranges).flatMap((range) =>
    typeof range === 'number' ? [] : (parseMoney(parsePositive(range.total), range.currency) ?? []),
  );
  return totals.find((total) => total.currency === currency);
}

function creditOf(resource: ProgramResource, context: MappingContext): Program['credit'] {
  const value = parsePositive(resource.credit_value);
  const overview = context.html(resource.credit_redemption_overview, 'credit_redemption_overview');
  const backers = mapPartners(
    resource.credit_backing_organizations,
    context,
    'credit_backing_organizations',
  ).map(({ name }) => name);
  const isEmpty = value === undefined && overview === undefined && backers.length === 0;
  return isEmpty ? undefined : { value, overview, backers };
}
