import path from 'node:path';
import type { SiteEnvironment } from '#config';
import { checkSite, formatProblems } from '#site-check';
import { expectedSite } from './expected-site.ts';

/**
 * Looks through the site that is staged before it takes the place of the last one.
 * @throws an Error that lists what is wrong, and where the refused site can be looked at
 */
export function requireSoundSite(staging: string, environment: SiteEnvironment): void {
  const directory = path.join(staging, 'client');
  const problems = checkSite(
    directory,
    expectedSite(environment, {
      variables: process.env,
      serverDirectory: path.join(staging, 'server'),
    }),
  );
  if (problems.length === 0) return;
  throw new Error(
    `The site that was built is not published, because something is wrong with it:\n${formatProblems(problems)}\n` +
      `The last site stays in use. The refused one can be looked at in ${path.relative('', directory)} until the next build.`,
  );
}
