import type { Pacing, ProgramPage } from '#catalog';

type ProgramPacing = { kind: Pacing } | { kind: 'mixed'; selfPaced: number };

/** How the courses of a program are paced, those that say so. */
export function pacingOf(courses: ProgramPage['courses']): ProgramPacing | undefined {
  const known = courses.flatMap(({ card }) => card?.pacing ?? []);
  const [first] = known;
  if (first === undefined) return undefined;
  if (known.every((pacing) => pacing === first)) return { kind: first };
  return { kind: 'mixed', selfPaced: known.filter((pacing) => pacing === 'self-paced').length };
}
