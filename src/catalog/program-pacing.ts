import type { Pacing } from './types.ts';

type ProgramPacing = { kind: Pacing } | { kind: 'mixed'; selfPaced: number };

/** How a program is paced, from the courses of it that say so. */
export function programPacingOf(
  pacings: readonly (Pacing | undefined)[],
): ProgramPacing | undefined {
  const known = pacings.filter((pacing) => pacing !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  if (known.every((pacing) => pacing === first)) return { kind: first };
  return { kind: 'mixed', selfPaced: known.filter((pacing) => pacing === 'self-paced').length };
}
