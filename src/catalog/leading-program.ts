/**
 * The program that stands for all when a course is said to be part of one (peers §5.10): of more than two the
 * first; else a MicroMasters, then a Professional Certificate, then the first.
 */
export function leadingProgramOf<Program extends { type?: string | undefined }>(
  programs: readonly Program[],
): Program | undefined {
  const [first] = programs;
  if (programs.length > 2) return first;
  const ofType = (type: string) => programs.find((program) => program.type === type);
  return ofType('MicroMasters') ?? ofType('Professional Certificate') ?? first;
}
