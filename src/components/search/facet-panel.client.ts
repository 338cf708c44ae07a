import type { ChosenValue, FacetCounts, FacetName, SearchState } from '#search/browser';
import { createFacetGroup, type FacetGroup } from './facet-group.client.ts';
import type { SearchMessages } from './search-messages.ts';

export interface FacetPanelOptions {
  /** Holds the template `option`. */
  root: ParentNode;
  messages: SearchMessages;
  toggle: (value: ChosenValue) => void;
  /** Whether the facets are seen. */
  isShown: () => boolean;
  /** Fetches the values of facets in the present search. */
  count: (facets: readonly FacetName[]) => Promise<FacetCounts>;
}

export interface FacetPanel {
  /** Another search: what is shown may not be its. Opens the facets of what is chosen. */
  begin: (chosen: SearchState['chosen']) => void;
  /** Brings the facets that are open up to the present search. */
  update: () => void;
}

/** The facets in `container`, of which the browser fetches no more than is seen. */
export function createFacetPanel(
  container: HTMLElement,
  { root, messages, toggle, isShown, count }: FacetPanelOptions,
): FacetPanel {
  const groups: FacetGroup[] = [];
  // Whose values are those of the present search, or on their way.
  const current = new Set<FacetGroup>();
  let search = 0;
  let chosen: SearchState['chosen'] | undefined;

  const bring = async (wanted: readonly FacetGroup[]): Promise<void> => {
    const due = wanted.filter((group) => group.isOpen() && !current.has(group));
    if (due.length === 0) return;
    const own = search;
    for (const group of due) {
      current.add(group);
      group.explain(messages.facetLoading);
    }
    try {
      const counts = await count(due.map(({ facet }) => facet));
      if (own !== search) return;
      for (const group of due) {
        const values = counts[group.facet];
        // One that the index leaves out tells no items apart.
        if (values === undefined) group.explain(messages.facetAlike);
        else group.show(values, chosen?.[group.facet] ?? []);
      }
    } catch (error) {
      if (own !== search) return;
      // eslint-disable-next-line no-console -- the visitor sees a note; who looks into it needs the cause
      console.error(error);
      for (const group of due) {
        current.delete(group);
        group.explain(messages.facetFailed);
      }
    }
  };

  for (const element of container.querySelectorAll<HTMLDetailsElement>('[data-facet]')) {
    const group = createFacetGroup(element, {
      root,
      messages,
      choose: (value) => toggle({ facet: group.facet, value }),
    });
    groups.push(group);
    // Those that are open from the beginning have the values of everything.
    if (group.isOpen()) current.add(group);
    // A browser says so of those too, once the page is there.
    element.addEventListener('toggle', () => {
      if (isShown()) void bring([group]);
    });
  }
  return {
    begin: (next) => {
      search += 1;
      chosen = next;
      current.clear();
      for (const group of groups) if (next[group.facet].length > 0) group.open();
    },
    update: () => void bring(groups),
  };
}
