import type {
  DateText,
  Instructor,
  LocationRestriction,
  Money,
  Partner,
  Reference,
  SafeHtml,
  Skill,
} from './types.ts';

export interface Program {
  kind: 'program';
  /** The uuid. */
  key: string;
  title: string;
  subtitle?: string | undefined;
  /** As the API words it: "Professional Certificate", "MicroMasters", "Masters". */
  type?: string | undefined;
  hook?: string | undefined;
  summary?: string | undefined;
  overview?: SafeHtml | undefined;
  partners: Partner[];
  partnerOverride?: string | undefined;
  logoOverrideUrl?: string | undefined;
  /** In the program's order; a course may be in none of the company's catalogs. */
  courses: ProgramCourse[];
  learningItems: SafeHtml[];
  questions: { question?: string | undefined; answer: SafeHtml }[];
  instructors: Instructor[];
  endorsements: Endorsement[];
  jobOutlook: SafeHtml[];
  curricula: SafeHtml[];
  subjects: Reference[];
  skills: Skill[];
  level?: string | undefined;
  language?: string | undefined;
  languages: string[];
  transcriptLanguages: string[];
  weeksToComplete?: { min: number; max: number } | undefined;
  /** `program_duration_override`, in the API's own words. */
  durationOverride?: string | undefined;
  hoursPerWeek?: { min?: number | undefined; max: number } | undefined;
  totalHours?: number | undefined;
  /** Of its courses, and of all of them together. */
  priceRange?: { min: Money; max: Money; total?: Money | undefined } | undefined;
  /** Whether all its courses can be bought in one step. */
  isBoughtAtOnce: boolean;
  credit?: Credit | undefined;
  degree?: Degree | undefined;
  isInSubscription?: boolean | undefined;
  topics: string[];
  location?: LocationRestriction | undefined;
  source?: string | undefined;
  imageUrl?: string | undefined;
  videoUrl?: string | undefined;
  hasOfacRestrictions?: boolean | undefined;
  ofacComment?: SafeHtml | undefined;
  enrollmentCount?: number | undefined;
  recentEnrollmentCount?: number | undefined;
  modified?: DateText | undefined;
  isExcludedFromSearch: boolean;
  isExcludedFromSeo: boolean;
  isTextCut: boolean;
}

export interface ProgramCourse {
  key: string;
  title?: string | undefined;
  /** Its short description as plain text. */
  summary?: string | undefined;
  /** Of the run that stands for it. */
  weeks?: number | undefined;
}

export interface Endorsement {
  /** A person or a company. */
  name?: string | undefined;
  position?: string | undefined;
  quote: SafeHtml;
}

export interface Credit {
  value?: number | undefined;
  overview?: SafeHtml | undefined;
  /** Organizations that give credit for it. */
  backers: string[];
}

export interface Degree {
  applicationRequirements?: SafeHtml | undefined;
  prerequisiteCoursework?: SafeHtml | undefined;
  specializations: string[];
  quickFacts: string[];
  overallRanking?: string | undefined;
  rankings: string[];
  costs: string[];
  costsFinePrint?: SafeHtml | undefined;
  deadlines: { name: string; date?: DateText | undefined; time?: string | undefined }[];
  deadlinesFinePrint?: SafeHtml | undefined;
  applyUrl?: string | undefined;
  externalUrl?: string | undefined;
}
