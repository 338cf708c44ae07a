import type { EnrollableRun } from '#admin';
import { slugOf } from '#catalog';
import { getEnglish } from '../../interface.ts';

/**
 * The site's page of a catalog; undefined where it can't be told that there is one: a run that names the catalog
 * is the proof.
 */
export function findCatalogPage(
  uuid: string | undefined,
  answer: { kind: 'available'; runs: readonly EnrollableRun[] } | { kind: 'unavailable' },
): string | undefined {
  if (uuid === undefined || answer.kind === 'unavailable') return undefined;
  const isOnSite = answer.runs.some(({ catalogs }) => catalogs.includes(uuid));
  return isOnSite ? getEnglish().path.catalog(slugOf(uuid)) : undefined;
}
