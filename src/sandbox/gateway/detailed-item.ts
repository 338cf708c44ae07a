// What the catalog service adds for its search, and the learning system does not know.
const listFields = new Set([
  'content_type',
  'aggregation_key',
  'normalized_metadata',
  'normalized_metadata_by_run',
  'active',
]);

/** An item of a data folder as the learning system gives its details (api-ground-truth §5.3). */
export function toDetailedItem(source: Buffer): Buffer {
  const item = JSON.parse(source.toString()) as Record<string, unknown>;
  const kept = Object.entries(item).filter(([name]) => !listFields.has(name));
  return Buffer.from(JSON.stringify(Object.fromEntries(kept)));
}
