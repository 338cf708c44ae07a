import type { z } from 'zod';
import { problemsOf, type RefusedItem } from './contract/index.ts';
import { EnterpriseApiError } from './errors.ts';
import type { WalkSummary } from './walk.ts';

export interface CollectedList<Item> {
  items: Item[];
  /** Entries that do not fit the contract, by their title. */
  refused: RefusedItem[];
  notes: string[];
}

/**
 * Collects a list that is short enough to be kept: each entry once, the later copy in place of the earlier.
 * @param name of the entries, in messages
 * @throws where a page was lost
 */
export async function collectList<Schema extends z.ZodType<{ uuid: string }>>(
  name: string,
  schema: Schema,
  pages: AsyncGenerator<unknown[], WalkSummary>,
): Promise<CollectedList<z.output<Schema>>> {
  const items = new Map<string, z.output<Schema>>();
  const refused: RefusedItem[] = [];
  let step = await pages.next();
  for (; step.done !== true; step = await pages.next()) {
    for (const raw of step.value) {
      const result = schema.safeParse(raw);
      if (result.success) items.set(result.data.uuid, result.data);
      else {
        const key = titleOf(raw) ?? `(one of the ${name})`;
        refused.push({ kind: 'unknown', key, problems: problemsOf(result.error) });
      }
    }
  }
  const { complete, notes } = step.value;
  if (!complete) {
    throw new EnterpriseApiError(`The list of ${name} could not be read whole. ${notes.join(' ')}`);
  }
  return { items: [...items.values()], refused, notes };
}

function titleOf(raw: unknown): string | undefined {
  const { title } = Object(raw) as { title?: unknown };
  return typeof title === 'string' && title !== '' ? title : undefined;
}
