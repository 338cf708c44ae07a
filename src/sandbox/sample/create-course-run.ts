import { languages } from './bank/languages.ts';
import type { createCourseTexts } from './course-texts.ts';
import type { CourseSeed } from './course-seeds.ts';
import type { createPeople } from './create-organization.ts';
import { createSku } from './create-shared.ts';
import { formatDay, formatTimestamp } from './dates.ts';
import { createEnrollmentUrl, createMarketingUrl } from './links.ts';
import { createRandom, createUuid } from './random.ts';
import type { RunPlan } from './schedule.ts';

/** What the runs of a course have in common. */
export interface RunContext {
  seed: CourseSeed;
  today: Date;
  randomSeed: string;
  texts: ReturnType<typeof createCourseTexts>;
  staff: ReturnType<typeof createPeople>;
  image: object | null;
  video: object | null;
  urlSlug: string;
  track: Track;
  price: number;
  ofacRestricted: boolean;
  inSubscription: boolean;
  catalog: string;
}

/** How a course is sold; `audit` is free and has no certificate. */
export type Track = 'audit' | 'verified' | 'professional' | 'credit' | 'executive';

const farYear = '2056-12-31T23:59:59Z';
const startingSoonDays = 60;

/** A run as it stands inside its course (reference §3.12.4); `key` is given by the course. */
export function createCourseRun(context: RunContext, plan: RunPlan, key: string) {
  const { seed, today, texts, track } = context;
  const random = createRandom(`${context.randomSeed}:run:${key}`);
  const language = languages[plan.language ?? seed.language ?? 'en'];
  const [minimum, maximum] = seed.effort;
  const status = plan.status ?? 'published';
  const isPaid = track !== 'audit' && track !== 'executive';
  const enrollments = isAnnounced(plan) || isFarOff(plan) ? 0 : random.integer(12, 9000);
  const run = {
    key,
    uuid: createUuid(`run:${key}`),
    title: seed.title,
    external_key: '',
    image: context.image,
    short_description: texts.shortDescription,
    marketing_url: createMarketingUrl(`course/${context.urlSlug}-${createUuid(key).slice(0, 8)}`),
    seats: createSeats(context, plan, key),
    start: plan.start === null ? null : formatDay(today, plan.start, '15:00:00'),
    end: formatEnd(today, plan.end),
    go_live_date: formatDay(today, (plan.start ?? -400) - 60, '04:00:00'),
    enrollment_start: plan.opens === undefined ? null : formatDay(today, plan.opens),
    enrollment_end: plan.closes === undefined ? null : formatDay(today, plan.closes, '23:59:59'),
    weeks_to_complete: seed.weeks,
    pacing_type: plan.pacing,
    type: track === 'executive' ? null : track,
    run_type: createUuid(`run-type:${track}`),
    status,
    is_enrollable: (plan.opens ?? 0) <= 0 && (plan.closes ?? 0) >= 0,
    is_marketable: status === 'published',
    availability: getAvailability(plan, track),
    variant_id: track === 'executive' ? createUuid(`variant:${key}`) : null,
    course: seed.key,
    full_description: texts.fullDescription,
    announcement: null,
    video: context.video,
    content_language: language?.code ?? 'en-us',
    license: licenses[seed.place % 7] ?? '',
    outcome: texts.outcome,
    transcript_languages: createTranscripts(language?.code ?? 'en-us', random),
    instructors: [],
    staff: context.staff,
    min_effort: minimum,
    max_effort: maximum,
    modified: formatTimestamp(today, -random.integer(1, 300), random.integer(0, 999_999)),
    level_type: seed.level,
    mobile_available: random.chance(0.7),
    hidden: plan.hidden ?? false,
    reporting_type: 'mooc',
    eligible_for_financial_aid: track !== 'professional',
    first_enrollable_paid_seat_price: isPaid ? context.price + (plan.surcharge ?? 0) : null,
    has_ofac_restrictions: context.ofacRestricted,
    ofac_comment: context.ofacRestricted ? ofacComment : '',
    enrollment_count: enrollments,
    recent_enrollment_count: Math.floor(enrollments / random.integer(4, 12)),
    expected_program_type: null,
    expected_program_name: '',
    course_uuid: createUuid(`course:${seed.key}`),
    estimated_hours: ((minimum + maximum) / 2) * seed.weeks,
    content_language_search_facet_name: language?.name ?? 'English',
    enterprise_subscription_inclusion: context.inSubscription,
  };
  // The service gives nested runs of executive education no enrollment_url at all (api-ground-truth §5.2).
  return track === 'executive'
    ? run
    : { ...run, enrollment_url: createEnrollmentUrl('course', key, context.catalog) };
}

/** By place in the sample, every seventh; most say nothing. */
const licenses: Partial<Record<number, string>> = {
  0: 'all-rights-reserved',
  3: 'creative-commons: ver=4.0 BY NC SA',
};

const ofacComment =
  'Because of export rules, people in some countries and regions can’t enroll in this course.';

function createSeats(context: RunContext, { end, surcharge = 0 }: RunPlan, key: string) {
  const { track, today } = context;
  const price = context.price + surcharge;
  const seat = (type: string, amount: number) => ({
    type,
    price: amount.toFixed(2),
    currency: 'USD',
    upgrade_deadline:
      amount > 0 && typeof end === 'number' ? formatDay(today, end - 10, '23:59:59') : null,
    upgrade_deadline_override: null,
    credit_provider: type === 'credit' ? 'northmere' : null,
    credit_hours: type === 'credit' ? 3 : null,
    sku: createSku(`${key}:${type}`),
    bulk_sku: amount > 0 ? createSku(`${key}:${type}:bulk`) : null,
  });
  return {
    audit: [seat('audit', 0)],
    verified: [seat('audit', 0), seat('verified', price)],
    professional: [seat('professional', price)],
    credit: [seat('audit', 0), seat('verified', price), seat('credit', price * 3)],
    executive: [seat('unpaid-executive-education', 0)],
  }[track];
}

function isAnnounced(plan: RunPlan): boolean {
  return (plan.opens ?? 0) > 0 || (plan.status ?? 'published') !== 'published';
}

/** Open for enrollment, and nobody has thought of it yet. */
function isFarOff({ start }: RunPlan): boolean {
  return start !== null && start > startingSoonDays;
}

/** As the service computes it from dates; what is held elsewhere is always current (peers §5.6). */
function getAvailability({ start, end }: RunPlan, track: Track): string {
  if (typeof end === 'number' && end < 0) return 'Archived';
  if (track === 'executive') return 'Current';
  if (start === null || start <= 0) return 'Current';
  return start <= startingSoonDays ? 'Starting Soon' : 'Upcoming';
}

function formatEnd(today: Date, end: RunPlan['end']): string | null {
  if (end === 'far') return farYear;
  return end === null ? null : formatDay(today, end, '16:00:00');
}

function createTranscripts(code: string, random: ReturnType<typeof createRandom>): string[] {
  const others = ['en-us', 'es-419', 'fr', 'de', 'pt-br', 'ja', 'zh-cn', 'ar'].filter(
    (other) => other !== code,
  );
  return [code, ...random.pickSome(others, random.pick([0, 0, 1, 2, 3]))];
}
