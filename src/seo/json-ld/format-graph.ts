import type { Graph, Thing } from 'schema-dts';

/**
 * The text of a JSON-LD block that holds the nodes. It is data, which no browser runs, so a policy without inline
 * scripts lets it stand; written so that no text of an item can end the block.
 */
export function formatGraph(nodes: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': nodes };
  return JSON.stringify(graph).replaceAll('<', String.raw`\u003c`);
}
