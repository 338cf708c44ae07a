/**
 * What pages and components receive: everything is decided here already (chosen run, availability, price,
 * dates), nothing is formatted yet. `queries` builds these; components only word them through `#i18n`.
 */
import type { CourseCard, EnrollBy, ItemCard, ProgramCard, ProgramLength } from './card-views.ts';
import type {
  Catalog,
  Course,
  CourseRun,
  DateText,
  Instructor,
  Money,
  OpenGraphPicture,
  Picture,
  Program,
  SafeHtml,
} from './types.ts';

/**
 * State of a run, or of the chosen run of a course. `open`: has begun (or has no start date) and can be
 * enrolled in; `soon`: starts within 60 days; `upcoming`: starts later; `closed`: not over, but enrollment
 * is; `archived`: over.
 */
export type Availability = 'open' | 'soon' | 'upcoming' | 'closed' | 'archived';

/** The ten printed hues of the design. */
export type SubjectHue =
  | 'data'
  | 'computing'
  | 'business'
  | 'engineering'
  | 'humanities'
  | 'life'
  | 'languages'
  | 'design'
  | 'society'
  | 'other';

/** When one can start: any time, or on a date. Absent where the source gives none. */
export type Start = { kind: 'any-time' } | { kind: 'date'; date: DateText };

/** Hours a week; `min` is absent where it is unknown, 0 or the same as `max`. */
export interface Effort {
  min?: number | undefined;
  max: number;
}

export interface Price {
  /** The list price; absent for a free course. */
  amount?: Money | undefined;
  isFree: boolean;
  /** Part of the company's subscription. */
  isIncluded: boolean;
}

/** A name with a page of its own, or (no slug) without one. */
export interface Link {
  name: string;
  slug?: string | undefined;
  /** BCP 47 of the name where it is not the interface's language. */
  language?: string | undefined;
}

export interface TermCount {
  slug: string;
  /** Of a language its code. */
  name: string;
  /** Visible courses (and programs) of the term. */
  count: number;
  /** Of subjects. */
  hue?: SubjectHue | undefined;
}

export type * from './card-views.ts';

export interface Paged<Item> {
  items: Item[];
  /** From 1. */
  page: number;
  pages: number;
  total: number;
}

/** One way to enroll. */
export interface Offer {
  catalog: Link;
  /** The API's, verbatim. */
  url: string;
}

/**
 * What stands in the enrollment box, first match of peers §5.2. `enroll` with offers; `opens`: enrollment
 * is not open yet (`date` may be unknown); `closed`; `archived`; `unavailable`: could be enrolled in, but no
 * catalog gives a link; `no-run`.
 */
export type Enrollment =
  | { state: 'enroll'; offers: Offer[] }
  | { state: 'opens'; date?: DateText | undefined }
  | { state: 'closed' }
  | { state: 'archived' }
  | { state: 'unavailable' }
  | { state: 'no-run' };

/** How many have enrolled lately; `first`: nobody ever has. */
export type RecentEnrollment = { kind: 'recent'; count: number } | { kind: 'first' };

/** The mark of a partner, which leads to the partner's own page. */
export interface Logo {
  picture: Picture;
  name: string;
  url?: string | undefined;
}

export interface RunView {
  run: CourseRun;
  /** Absent for an archived run, which has no page. */
  slug?: string | undefined;
  /** What follows the course's key in the run's key ("1T2026"), else the whole key. */
  label: string;
  availability: Availability;
  start?: Start | undefined;
  enrollBy?: EnrollBy | undefined;
  /** Where enrollment is to open yet. */
  opensOn?: DateText | undefined;
  price?: Price | undefined;
  /** Of the page of its language. */
  languageSlug?: string | undefined;
  isChosen: boolean;
}

export interface CatalogLink extends Link {
  uuid: string;
}

export interface ProgramLink {
  link: Link;
  type?: string | undefined;
  /** Place of the course in the program, from 1, and the number of its courses. */
  position?: number | undefined;
  total?: number | undefined;
}

/** What course and run pages share. */
export interface CourseRecord {
  course: Course;
  slug: string;
  picture?: Picture | undefined;
  /** What a shared link shows, where the site has such pictures. */
  openGraph?: OpenGraphPicture | undefined;
  /** Of its partners; those without one are missing. */
  logos: Logo[];
  sponsors: { name: string; url?: string | undefined; logo?: Picture | undefined }[];
  hue: SubjectHue;
  partners: Link[];
  subjects: (Link & { hue: SubjectHue })[];
  skills: (Link & { description?: string | undefined })[];
  /** Of its level's page. */
  levelSlug?: string | undefined;
  /** Of the page of its language, for a run without one. */
  languageSlug?: string | undefined;
  catalogs: CatalogLink[];
  programs: ProgramLink[];
  /** The one that is named where there is room for one. */
  leadingProgram?: ProgramLink | undefined;
  /** Not archived, by start. */
  runs: RunView[];
  /** Archived, newest first. */
  pastRuns: RunView[];
  related: { card: ItemCard; reason: 'program' | 'subject' | 'partner' }[];
  isNoindex: boolean;
}

export interface CoursePage extends CourseRecord {
  /** The chosen run (peers §5.1). */
  chosen?: RunView | undefined;
  enrollment: Enrollment;
  price?: Price | undefined;
  effort?: Effort | undefined;
  recentEnrollment?: RecentEnrollment | undefined;
}

export interface CourseRunPage extends CourseRecord {
  current: RunView;
  enrollment: Enrollment;
  price?: Price | undefined;
  effort?: Effort | undefined;
  recentEnrollment?: RecentEnrollment | undefined;
}

export interface ProgramPage {
  program: Program;
  slug: string;
  picture?: Picture | undefined;
  /** What a shared link shows, where the site has such pictures. */
  openGraph?: OpenGraphPicture | undefined;
  /** Of its partners; those without one are missing. */
  logos: Logo[];
  hue: SubjectHue;
  partners: Link[];
  subjects: (Link & { hue: SubjectHue })[];
  skills: (Link & { description?: string | undefined })[];
  catalogs: CatalogLink[];
  /** In the program's order; without a card where the course is in none of the company's catalogs. */
  courses: ProgramCourseView[];
  length?: ProgramLength | undefined;
  effort?: Effort | undefined;
  offers: Offer[];
  isNoindex: boolean;
}

export interface ProgramCourseView {
  title: string;
  summary?: string | undefined;
  weeks?: number | undefined;
  card?: CourseCard | undefined;
}

export interface CatalogView {
  catalog: Catalog;
  slug: string;
  courseCount: number;
  programCount: number;
}

export interface CatalogPage extends CatalogView {
  openCount: number;
  soonCount: number;
  partnerCount: number;
  subjects: TermCount[];
  /** On the first page only. */
  programs: ProgramCard[];
  courses: Paged<CourseCard>;
}

/** What a search can be narrowed by. */
export type FacetName =
  | 'kind'
  | 'availability'
  | 'subject'
  | 'level'
  | 'length'
  | 'effort'
  | 'price'
  | 'start'
  | 'pacing'
  | 'skill'
  | 'partner'
  | 'program'
  | 'programType'
  | 'language'
  | 'transcript'
  | 'certificate'
  | 'catalog';

/** What a search can be sorted by, besides how well items match. */
export type SortName =
  'start' | 'enrollBy' | 'newest' | 'updated' | 'popular' | 'length' | 'price' | 'title';

/** Compared place by place, the smaller first (`compareSortKeys`). */
export type SortKey = readonly (number | string)[];

/** What the search index holds of an item: its card, its words, its values in each facet, its place in each order. */
export interface SearchItem {
  card: ItemCard;
  /** Plain text; `body` is all that only makes it findable (summary, description, outcome). */
  text: {
    title: string;
    key: string;
    partners: string[];
    subjects: string[];
    skills: string[];
    body: string;
  };
  /** Stable values (slugs, codes); a facet that does not apply is empty. */
  facets: Record<FacetName, string[]>;
  /** What lacks the value of an order is missing in it. */
  sortKeys: Partial<Record<SortName, SortKey>>;
  /** How many have enrolled of late, of all companies; 0 where that is not known. */
  enrollments: number;
  /** Of the chosen run of a course. */
  endsOn?: DateText | undefined;
}

/** The search page before anything is searched for. */
export interface SearchStart {
  /** The first page of everything. */
  cards: ItemCard[];
  /** How many items there are. */
  total: number;
  /** How many items have each value of the facets that are open at first. */
  counts: Partial<Record<FacetName, ReadonlyMap<string, number>>>;
  /** The words for values that the data names. */
  labels: Partial<Record<FacetName, Readonly<Record<string, string>>>>;
  /** Facets that are known to tell nothing apart. */
  idleFacets: readonly FacetName[];
  hasPrices: boolean;
}

/** The kinds of term that have pages. */
export type TermKind = 'subject' | 'partner' | 'skill' | 'instructor' | 'level' | 'language';

export interface TermPage {
  kind: TermKind;
  slug: string;
  /** Of a language its code. */
  name: string;
  hue?: SubjectHue | undefined;
  description?: SafeHtml | undefined;
  url?: string | undefined;
  /** Of a partner. */
  logo?: Picture | undefined;
  /** Of an instructor. */
  person?: Instructor | undefined;
  courseCount: number;
  programCount: number;
  openCount: number;
  soonCount: number;
  /** On the first page only. */
  programs: ProgramCard[];
  courses: Paged<CourseCard>;
}

/** What stands at the address of a course or program that has left the catalogs. */
export interface LeftPage {
  kind: 'course' | 'program';
  slug: string;
  title: string;
  /** BCP 47 of the title. */
  language?: string | undefined;
  /** When it was first missed. */
  leftOn: DateText;
  /** Of the same kind, the nearest first. */
  alternatives: ItemCard[];
}

export interface HomePage {
  courseCount: number;
  programCount: number;
  partnerCount: number;
  soonCount: number;
  /** Earliest start among those that start within 60 days. */
  firstStart?: DateText | undefined;
  anyTimeCount: number;
  includedCount: number;
  /** BCP 47, most courses first. */
  languages: string[];
  /** Twelve courses for the wall of covers. */
  wall: CourseCard[];
  /** Chosen by the company. */
  featured: ItemCard[];
  startingSoon: CourseCard[];
  subjects: TermCount[];
  catalogs: CatalogView[];
  popularSkills: TermCount[];
}

export interface AboutPage {
  /** When the data was last known to be what the API says. */
  dataDate: DateText;
  /** The last attempt to read it, where that came to nothing; `isRefused`: what it brought looked damaged. */
  failure?: { date: DateText; isRefused: boolean } | undefined;
  /** Catalogs that can't be read, shown as they were on a date. */
  keptCatalogs: { catalog: Link; date: DateText }[];
  /** The moment the build calls now. */
  builtFor: DateText;
  courseCount: number;
  programCount: number;
  runCount: number;
  catalogs: CatalogView[];
  /** Items left out, with the reason. */
  refused: { kind: string; key: string; catalog?: string | undefined; reason: string }[];
  /** What else the sync noticed, e.g. a date that could not be read. */
  noteCount: number;
}

/** What the frame of every page shows. */
export interface SiteView {
  dataDate: DateText;
  courseCount: number;
  programCount: number;
  partnerCount: number;
}
