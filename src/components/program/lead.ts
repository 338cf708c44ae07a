import type { Program } from '#catalog';

/** The sentence under the title of a program. */
export function leadOf({ subtitle, hook, summary }: Program): string | undefined {
  return subtitle ?? hook ?? summary;
}
