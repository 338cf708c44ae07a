import { fetchJson } from './fetch-json.ts';
import { findNear, type NearData } from './near.ts';
import type { SearchCard } from './search-card.ts';

/**
 * The cards of the items whose address is nearest to the parts of one, best first. `base` is the path of the site,
 * `home` that of its pages in one language.
 */
export async function fetchNear(
  { base, home }: { base: string; home: string },
  parts: readonly string[],
  count: number,
): Promise<SearchCard[]> {
  const data = await fetchJson<NearData>(`${base}search/near.json`);
  const slugs = data.slugs.split(' ');
  const ids = data.ids.split(' ');
  return Promise.all(
    findNear(parts, slugs, count).map((slug) => {
      const id = ids[slugs.indexOf(slug)] ?? '';
      return fetchJson<SearchCard>(`${home}search/cards/${id}.json`);
    }),
  );
}
