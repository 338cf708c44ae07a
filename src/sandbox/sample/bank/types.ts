import type { subjects } from './subjects.ts';

export type SubjectSlug = keyof typeof subjects;

/** A course written by hand; everything else about it (dates, runs, prices, people) is generated. */
export interface BankCourse {
  /** Partner and number, such as `KIT+STAT101x`. */
  key: string;
  title: string;
  /** One or two sentences for lists. */
  line: string;
  /** The opening of the description: why the course exists and how it works. */
  about: string;
  subjects: readonly [SubjectSlug, ...SubjectSlug[]];
  level: 'Introductory' | 'Intermediate' | 'Advanced';
  weeks: number;
  /** Hours a week, at least and at most. */
  effort: readonly [number, number];
  learn: readonly string[];
  /** One unit each: `Title: what it holds.` */
  syllabus: readonly string[];
  /** Names from `skills.ts`. */
  skills: readonly string[];
  /** Courses that continue this one: `Title | sentence`. */
  next?: readonly string[];
  /** English where absent. */
  language?: string;
}
