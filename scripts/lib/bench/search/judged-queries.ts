import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A query with how useful items are for it. */
export interface JudgedQuery {
  query: string;
  kind: string;
  /** By key of a course or uuid of a program, 3 exactly what was meant, 2 right, 1 of some use; others 0. */
  grades: Record<string, number>;
}

/** From this grade on, an item is a right answer. */
export const rightGrade = 2;

const judgedQuery = z.strictObject({
  query: z.string().min(1),
  kind: z.string().min(1),
  grades: z.record(z.string(), z.int().min(0).max(3)),
});

/**
 * Reads a file of judged queries: one JSON object a line.
 *
 *     {"query": "machine lerning", "kind": "misspelt", "grades": {"KIT+ML305x": 3, "NHU+AI330x": 2}}
 *
 * An empty `grades` says that nothing matches, and that an empty answer is the right one.
 * @throws where a line is not such an object, naming it
 */
export function readJudgedQueries(file: string): JudgedQuery[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const { success, data, error } = judgedQuery.safeParse(parseJson(line));
    if (!success) throw new Error(`${file}, line ${index + 1}: ${z.prettifyError(error)}`);
    return data;
  });
}

/** A third of the queries, chosen by their words alone, is looked at only when all is decided. */
export function isSetAside({ query }: JudgedQuery): boolean {
  return (createHash('sha256').update(query).digest()[0] ?? 0) % 3 === 0;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
