import { primaryLanguage } from './language.ts';
import { slugOf } from './slug.ts';
import type { Course, Instructor, Partner, Program, Reference, Skill } from './types.ts';
import { uniqueBy } from './values.ts';
import type { TermKind } from './views.ts';

export interface ItemTerm {
  kind: TermKind;
  term: Reference | Partner | Skill | Instructor;
}

export const termKinds: readonly TermKind[] = [
  'subject',
  'partner',
  'skill',
  'instructor',
  'level',
  'language',
];

/** What an item can be found under: each term once, in the order of the item. */
export function termsOf(item: Course | Program): ItemTerm[] {
  return [
    ...withKind('subject', item.subjects),
    ...withKind('partner', item.partners),
    ...withKind('skill', item.skills),
    ...withKind('instructor', instructorsOf(item)),
    ...withKind('level', item.level === undefined ? [] : [levelAsTerm(item.level)]),
    ...withKind('language', languagesOf(item).map(nameAsTerm)),
  ];
}

/** By which a level is known among the terms. */
export function levelKeyOf(level: string): string {
  return slugOf(level);
}

function withKind(kind: TermKind, terms: readonly ItemTerm['term'][]): ItemTerm[] {
  return terms.map((term) => ({ kind, term }));
}

/** Of all runs, also those that are over: whoever has taught a course knows it. */
function instructorsOf(item: Course | Program): Instructor[] {
  if (item.kind === 'program') return item.instructors;
  return uniqueBy(
    item.runs.flatMap(({ instructors }) => instructors),
    ({ key }) => key,
  );
}

/** In which it can be taken, without regions and scripts. */
function languagesOf(item: Course | Program): string[] {
  const codes = item.kind === 'course' ? item.runs.map(({ language }) => language) : item.languages;
  const known = [item.language, ...codes].filter((code) => code !== undefined);
  return [...new Set(known.map(primaryLanguage))];
}

/** Whatever its case: the API has "Introductory" and "introductory". */
function levelAsTerm(level: string): Reference {
  return { key: levelKeyOf(level), name: level };
}

/** Languages have no record of their own, and neither have levels. */
function nameAsTerm(name: string): Reference {
  return { key: name, name };
}
