import { z } from 'zod';
import { course } from './course.ts';
import {
  anything,
  date,
  flag,
  id,
  list,
  number,
  optionalId,
  record,
  text,
  url,
} from './primitives.ts';
import {
  image,
  language,
  learningItem,
  level,
  organization,
  person,
  productSource,
  restriction,
  skill,
  subject,
  topic,
  video,
} from './shared.ts';

/** Integers in the table, `{ currency, min, max, total }` in the service (api-ground-truth §5.6). */
const priceRange = z.union([
  z.number(),
  record({ currency: text, min: number, max: number, total: number }),
]);

/** Integers in the table, `{ price, currency }` in the service. */
const subscriptionPrice = z.union([z.number(), record({ price: number, currency: text })]);

/** HTML text in the table, `{ question, answer }` in the service. */
const question = z.union([z.string(), record({ question: text, answer: text })]);

/** The courses of a program are short or full course items; only their key counts here. */
const programCourse = course.partial().extend({ key: id });

const degree = record({
  application_requirements: text,
  prerequisite_coursework: text,
  apply_url: url,
  overall_ranking: text,
  costs: list(record({ description: text, amount: number })),
  costs_fine_print: text,
  deadlines: list(record({ semester: text, name: text, date: text, time: text })),
  deadlines_fine_print: text,
  quick_facts: list(record({ icon: text, text })),
  rankings: list(record({ rank: text, description: text, source: text })),
  specializations: list(z.string()),
  additional_metadata: record({ external_url: url, organic_url: url }).nullish(),
}).nullish();

/** A program: reference §3.12.3. In a catalog's list `enrollment_url` is null, in the detail a URL. */
export const program = record({
  uuid: id,
  title: z.string().trim().min(1),
  subtitle: text,
  /** "Professional Certificate, XSeries or MicroMasters" in the table, `Masters` in the example. */
  type: text,
  type_attrs: record({ uuid: optionalId, slug: text, coaching_supported: flag }).nullish(),
  status: text,
  marketing_slug: text,
  marketing_url: url,
  banner_image: anything,
  hidden: flag,
  courses: list(programCourse),
  authoring_organizations: list(organization),
  card_image_url: url,
  is_program_eligible_for_one_click_purchase: flag,
  degree,
  curricula: list(
    record({ name: text, marketing_text: text, marketing_text_brief: text, is_active: flag }),
  ),
  marketing_hook: text,
  total_hours_of_effort: number,
  recent_enrollment_count: number,
  organization_short_code_override: text,
  organization_logo_override_url: url,
  primary_subject_override: subject.nullish(),
  level_type_override: level,
  language_override: text,
  labels: list(anything),
  taxi_form: anything,
  program_duration_override: z.union([z.number(), z.string()]).nullish(),
  data_modified_timestamp: date,
  excluded_from_search: flag,
  excluded_from_seo: flag,
  has_ofac_restrictions: flag,
  ofac_comment: text,
  overview: text,
  weeks_to_complete: number,
  weeks_to_complete_max: number,
  weeks_to_complete_min: number,
  min_hours_effort_per_week: number,
  max_hours_effort_per_week: number,
  video,
  expected_learning_items: list(learningItem),
  faq: list(question),
  credit_backing_organizations: list(organization),
  corporate_endorsements: list(
    record({
      corporation_name: text,
      statement: text,
      image,
      individual_endorsements: list(anything),
    }),
  ),
  job_outlook_items: list(learningItem),
  individual_endorsements: list(record({ endorser: person.nullish(), quote: text })),
  languages: list(language),
  transcript_languages: list(language),
  subjects: list(subject),
  price_ranges: list(priceRange),
  staff: list(person),
  credit_redemption_overview: z.union([z.string(), anything]),
  applicable_seat_types: list(z.string()),
  instructor_ordering: list(person),
  enrollment_count: number,
  topics: list(topic),
  credit_value: number,
  enterprise_subscription_inclusion: flag,
  geolocation: anything,
  location_restriction: restriction,
  is_2u_degree_program: flag,
  in_year_value: anything,
  skill_names: list(z.string()),
  skills: list(skill),
  product_source: productSource,
  subscription_eligible: flag,
  subscription_prices: list(subscriptionPrice),
  enrollment_url: url,

  // Of the deployed service (api-ground-truth §5.2, §5.3).
  content_type: text,
  aggregation_key: text,
  subscription: anything,
  course_run_statuses: list(z.string()),
});

export type ProgramResource = z.infer<typeof program>;
