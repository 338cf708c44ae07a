import { dayMs } from '#catalog';
import type { BuildInputs, BuildRecord } from './build-record.ts';

/** The dates on a page are trusted for so many days without another look. */
const longestDays = 7;

/**
 * Why the site must be built again, as a clause of a sentence; undefined where the last build still holds. `now` in
 * milliseconds.
 */
export function findBuildReason(
  last: BuildRecord | undefined,
  inputs: BuildInputs,
  now: number,
): string | undefined {
  if (last === undefined) return 'there is no site yet';
  const { builtFor, validUntil } = last;
  if (inputs.data !== last.inputs.data) return 'the data changed';
  if (inputs.configuration !== last.inputs.configuration) return 'the configuration changed';
  if (inputs.program !== last.inputs.program) return 'the program changed';
  if (validUntil !== undefined && now >= Date.parse(validUntil)) {
    return `a date has passed (${validUntil})`;
  }
  const builtAt = Date.parse(builtFor);
  if (now < builtAt) return `the last build was for a later moment (${builtFor})`;
  if (now - builtAt >= longestDays * dayMs) return `the last build is ${longestDays} days old`;
  return undefined;
}
