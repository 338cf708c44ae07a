import type { Link } from '#catalog';

/**
 * The partners as pages name them: some items have one name in their place, which leads to the page of the
 * partner of that name, else of the first.
 */
export function shownPartners(
  partners: readonly Link[],
  override: string | undefined,
): readonly Link[] {
  if (override === undefined) return partners;
  const known = partners.find(({ name }) => name === override) ?? partners[0];
  return [{ name: override, slug: known?.slug }];
}
