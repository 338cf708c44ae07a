import type { TermKind } from '#catalog';
import { connect } from './connection.ts';

interface Count {
  courses: number;
  programs: number;
}

/** A term has a page from so many visible courses on (design §5). */
const minimumCourses: Record<TermKind, number> = {
  subject: 0,
  partner: 0,
  skill: 3,
  instructor: 2,
  level: 0,
  language: 0,
};

const counts = new Map<TermKind, Map<string, Count>>();

/** How many courses and programs each term of the kind has, by its key. */
export function termCounts(kind: TermKind): Map<string, Count> {
  const known = counts.get(kind);
  if (known !== undefined) return known;
  const counted = connect().snapshot.termCounts(kind);
  counts.set(kind, counted);
  return counted;
}

export function hasTermPage(kind: TermKind, key: string): boolean {
  const count = termCounts(kind).get(key);
  return (
    count !== undefined &&
    count.courses + count.programs > 0 &&
    count.courses >= minimumCourses[kind]
  );
}
