/** A node of schema.org as it is written down: what is missing may stand as undefined. */
type Draft<Node> = { [Name in keyof Node]: Node[Name] | undefined };

/** The node without what is missing: undefined, and lists without members. */
export function nodeOf<Node extends object>(draft: Draft<Node>): Node {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Node;
}
