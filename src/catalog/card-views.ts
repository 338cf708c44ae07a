import type { DateText, Money, Pacing, Picture } from './types.ts';
import type { Availability, Effort, Price, Start, SubjectHue } from './views.ts';

export interface CourseCard {
  kind: 'course';
  key: string;
  slug: string;
  title: string;
  language?: string | undefined;
  isExecutiveEducation: boolean;
  partners: string[];
  /** Of its partner, where it has one only. */
  logo?: Picture | undefined;
  summary?: string | undefined;
  /** Without one it has its generated cover. */
  picture?: Picture | undefined;
  hue: SubjectHue;
  level?: string | undefined;
  pacing?: Pacing | undefined;
  /** Names of the catalogs that hold it, where the site has several. */
  catalogs: string[];
  availability?: Availability | undefined;
  start?: Start | undefined;
  weeks?: number | undefined;
  effort?: Effort | undefined;
  price?: Price | undefined;
  enrollBy?: EnrollBy | undefined;
}

export interface EnrollBy {
  date: DateText;
  /** Whole days from now; 10 or fewer are a warning (peers §5.5). */
  daysLeft: number;
}

export interface ProgramCard {
  kind: 'program';
  key: string;
  slug: string;
  title: string;
  language?: string | undefined;
  type?: string | undefined;
  partners: string[];
  /** "KITx", as the partners are known for short. */
  partnerKeys: string[];
  /** Of its partner, where it has one only. */
  logo?: Picture | undefined;
  summary?: string | undefined;
  /** Without one it has its generated cover. */
  picture?: Picture | undefined;
  hue: SubjectHue;
  level?: string | undefined;
  catalogs: string[];
  /** All courses of the program, also those in none of the catalogs. */
  courseCount: number;
  length?: ProgramLength | undefined;
  effort?: Effort | undefined;
  priceRange?: { min: Money; max: Money } | undefined;
}

export type ItemCard = CourseCard | ProgramCard;

/** How long a program takes: counted from its courses, as a range of weeks, or in the API's own words. */
export type ProgramLength =
  | {
      kind: 'sum';
      weeks: number;
      count: number;
      unit: 'weeks' | 'months' | 'years';
      /** Whether a course that does not say its weeks is missing in it. */
      isPartial: boolean;
    }
  | { kind: 'range'; min: number; max: number }
  | { kind: 'stated'; words: string };
