/**
 * The items as the rest of Prospectus knows them: mapped once from what the API sends, HTML sanitised,
 * dates in one form, nothing private. A field that is missing in the source is absent here.
 */

/**
 * A point in time: an instant in UTC (`2027-01-12T16:00:00.000Z`) where the source gives a time of day,
 * else a calendar day (`2027-01-12`) that is the same day everywhere.
 */
export type DateText = string;

/** Languages that the pages themselves can speak. */
export type InterfaceLanguage = 'en' | 'es' | 'fr' | 'de' | 'ar' | 'ja';

/** HTML that the sanitizer has let through. */
export type SafeHtml = string;

export interface Money {
  cents: number;
  /** ISO 4217. */
  currency: string;
}

export type Pacing = 'self-paced' | 'instructor-paced';

export interface Reference {
  /** Identity of the thing that is referred to: a partner's key, a subject's slug at the source, a skill's name. */
  key: string;
  name: string;
}

export interface Partner extends Reference {
  description?: SafeHtml | undefined;
  marketingUrl?: string | undefined;
  logoUrl?: string | undefined;
}

export interface Skill extends Reference {
  description?: string | undefined;
}

export interface ProgramReference {
  uuid: string;
  title: string;
  type?: string | undefined;
}

/** Its width in pixels. */
export interface PictureFileName {
  name: string;
  width: number;
}

/** A picture of ours, as pages need it. Its files stand in one folder of the site. */
export interface Picture {
  /** WebP, smallest first. */
  files: PictureFileName[];
  /** The same in AVIF, where the site has it. */
  avif?: PictureFileName[] | undefined;
  /** Pixels of the largest. */
  width: number;
  height: number;
  /** The class that has its dominant colour, shown while it loads. */
  tone: string;
  /** Of a transparent logo: what it is drawn in, so that it can be given a ground to be seen on. */
  ink?: 'light' | 'dark' | undefined;
}

/** A drawn picture that those show who show links to a page. */
export interface OpenGraphPicture {
  name: string;
  /** Pixels. */
  width: number;
  height: number;
  alt: string;
}

export interface Instructor {
  /** Uuid, else slug, else name. */
  key: string;
  name: string;
  /** Title and organization, as one line. */
  position?: string | undefined;
  bio?: SafeHtml | undefined;
  pictureUrl?: string | undefined;
  /** The source's, which the address of the person's page is made of. */
  sourceSlug?: string | undefined;
  /** Added when a page asks; never stored. */
  picture?: Picture | undefined;
  /** Of the person's own page, where there is one; added when a page asks, never stored. */
  slug?: string | undefined;
}

export interface Seat {
  type: string;
  price?: Money | undefined;
  /** `upgrade_deadline_override`, else `upgrade_deadline`. */
  upgradeDeadline?: DateText | undefined;
}

export interface Entitlement {
  mode: string;
  price: Money;
}

/** Who may enroll, by where they are. */
export interface LocationRestriction {
  /** `only` people there, or all `except` them. */
  kind: 'only' | 'except';
  /** ISO 3166-1. */
  countries: string[];
  /** Postal codes of states of the USA. */
  states: string[];
}

export interface CourseRun {
  key: string;
  uuid?: string | undefined;
  title?: string | undefined;
  start?: DateText | undefined;
  end?: DateText | undefined;
  enrollmentStart?: DateText | undefined;
  enrollmentEnd?: DateText | undefined;
  pacing?: Pacing | undefined;
  weeksToComplete?: number | undefined;
  /** Hours a week. */
  minEffort?: number | undefined;
  maxEffort?: number | undefined;
  /** Hours in all. */
  estimatedHours?: number | undefined;
  /** `verified`, `audit`, `professional`, `credit` … */
  type?: string | undefined;
  seats: Seat[];
  /** `fixed_price_usd` of the deployed service. */
  fixedPrice?: Money | undefined;
  firstPaidSeatPrice?: Money | undefined;
  status?: string | undefined;
  /** As stored by the API: goes stale, so only the rules of `availability.ts` read it. */
  isEnrollable?: boolean | undefined;
  isMarketable: boolean;
  storedAvailability?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
  transcriptLanguages: string[];
  instructors: Instructor[];
  /** Only where it is not the course's own. */
  shortDescription?: SafeHtml | undefined;
  fullDescription?: SafeHtml | undefined;
  outcome?: SafeHtml | undefined;
  /** Of its materials: `all-rights-reserved`, "CC BY-NC 4.0", or the API's own words. */
  license?: string | undefined;
  isMobileAvailable?: boolean | undefined;
  isInSubscription?: boolean | undefined;
  hasOfacRestrictions?: boolean | undefined;
  ofacComment?: SafeHtml | undefined;
  enrollmentCount?: number | undefined;
  recentEnrollmentCount?: number | undefined;
}

export interface Course {
  kind: 'course';
  key: string;
  uuid?: string | undefined;
  title: string;
  isExecutiveEducation: boolean;
  /** BCP 47 of the content: the language of most of its runs. */
  language?: string | undefined;
  shortDescription?: SafeHtml | undefined;
  /** The short description as plain text, for cards, meta descriptions and the index. */
  summary?: string | undefined;
  fullDescription?: SafeHtml | undefined;
  extraDescription?: { title?: string | undefined; html: SafeHtml } | undefined;
  outcome?: SafeHtml | undefined;
  learningItems: SafeHtml[];
  syllabus?: SafeHtml | undefined;
  prerequisites?: SafeHtml | undefined;
  faq?: SafeHtml | undefined;
  testimonials?: SafeHtml | undefined;
  additionalInformation?: SafeHtml | undefined;
  /** True where a text was longer than 64 KB and its end was cut. */
  isTextCut: boolean;
  /** As the API words it: "Introductory", "Intermediate", "Advanced". */
  level?: string | undefined;
  partners: Partner[];
  /** Shown in place of the partners' names (executive education). */
  partnerOverride?: string | undefined;
  /** Shown in place of the partners' logos (executive education). */
  logoOverrideUrl?: string | undefined;
  sponsors: { name: string; url?: string | undefined; logoUrl?: string | undefined }[];
  subjects: Reference[];
  skills: Skill[];
  topics: string[];
  location?: LocationRestriction | undefined;
  /** Who offers it to edX, e.g. "2u". */
  source?: string | undefined;
  /** Its page where it is advertised to everybody. */
  marketingUrl?: string | undefined;
  imageUrl?: string | undefined;
  videoUrl?: string | undefined;
  /** Visible ones only, in the order of the API. */
  runs: CourseRun[];
  advertisedRunUuid?: string | undefined;
  canonicalRunKey?: string | undefined;
  entitlements: Entitlement[];
  /** Dates of `additional_metadata`: used only where a run of executive education has none. */
  externalDates?:
    | {
        start?: DateText | undefined;
        end?: DateText | undefined;
        registrationDeadline?: DateText | undefined;
      }
    | undefined;
  /** What the provider of executive education says elsewhere. */
  provider?: { url?: string | undefined; status?: string | undefined } | undefined;
  programs: ProgramReference[];
  isInSubscription?: boolean | undefined;
  enrollmentCount?: number | undefined;
  recentEnrollmentCount?: number | undefined;
  modified?: DateText | undefined;
  isExcludedFromSearch: boolean;
  isExcludedFromSeo: boolean;
}

export type * from './program-types.ts';

export interface Catalog {
  uuid: string;
  title: string;
  queryTitle?: string | undefined;
  enterpriseCustomer?: string | undefined;
  contentLastModified?: DateText | undefined;
  catalogModified?: DateText | undefined;
}
