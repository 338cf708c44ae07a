/** A part of the document: it is written as it stands. */
export type JsonObject = Record<string, unknown>;

export function reference(kind: 'schemas' | 'parameters' | 'responses', name: string): JsonObject {
  return { $ref: `#/components/${kind}/${name}` };
}
