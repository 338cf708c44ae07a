import type { LearnerFilter } from '#admin';
import { getEnglish } from '../../interface.ts';

/** A part of a filter that can be taken away by itself; `value` tells one of several choices. */
export interface FilterPart {
  name: keyof LearnerFilter;
  value?: string | undefined;
  words: string;
}

/** The parts of a filter, in the order of its form. */
export function partsOf(filter: LearnerFilter): FilterPart[] {
  return filterNames.flatMap((name): FilterPart[] => {
    const value = filter[name];
    if (value === undefined) return [];
    if (Array.isArray(value)) {
      return value.map((one) => ({ name, value: one, words: `${labels[name]}: ${one}` }));
    }
    return [{ name, words: wordsOf(name, value) }];
  });
}

/** The filter without one of its parts. */
export function withoutPart(
  filter: LearnerFilter,
  { name, value }: Pick<FilterPart, 'name' | 'value'>,
): LearnerFilter {
  const { [name]: removed, ...rest } = filter;
  if (!Array.isArray(removed) || value === undefined) return rest;
  const others = removed.filter((one) => one !== value);
  return others.length === 0 ? rest : { ...rest, [name]: others };
}

/** What each field of the form is called. */
export const labels: Record<keyof LearnerFilter, string> = {
  email: 'Address',
  course: 'Course',
  statuses: 'Status',
  enrollment: 'Enrollment',
  consent: 'Consent',
  enrolledFrom: 'Enrolled from',
  enrolledTo: 'Enrolled until',
  activeFrom: 'Last active from',
  activeTo: 'Last active until',
  startFrom: 'Course begins from',
  startTo: 'Course begins until',
  pacings: 'Pacing',
  subjects: 'Subject',
};

export const choiceWords = {
  enrollment: { enrolled: 'Still enrolled', unenrolled: 'Unenrolled' },
  consent: { given: 'Given', missing: 'Not given' },
} as const;

export const filterNames = Object.keys(labels) as (keyof LearnerFilter)[];

function wordsOf(name: keyof LearnerFilter, value: string): string {
  if (name === 'enrollment' && isOneOf(value, choiceWords.enrollment)) {
    return choiceWords.enrollment[value];
  }
  if (name === 'consent' && isOneOf(value, choiceWords.consent)) {
    return `Consent ${choiceWords.consent[value].toLowerCase()}`;
  }
  if (name === 'email') return `Address contains “${value}”`;
  if (name === 'course') return `Course “${value}”`;
  return `${labels[name]} ${getEnglish().formatDate(value, 'short') ?? value}`;
}

function isOneOf<Words extends object>(value: string, words: Words): value is keyof Words & string {
  return Object.hasOwn(words, value);
}
