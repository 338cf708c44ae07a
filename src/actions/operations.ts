import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';

const operation = z.string();

/** What a person says to an operation that is not over. Each answers whether it made a difference. */
export const operationActions = {
  decideChunk: defineAction({
    accept: 'form',
    input: z.object({
      operation,
      position: z.coerce.number().int().nonnegative(),
      decision: z.enum(['again', 'done', 'give-up']),
    }),
    async handler({ operation: id, position, decision }, { locals }): Promise<boolean> {
      return locals.operations.decide(id, position, decision, personOf(locals));
    },
  }),
  stopOperation: defineAction({
    accept: 'form',
    input: z.object({ operation }),
    async handler({ operation: id }, { locals }): Promise<boolean> {
      return locals.operations.stop(id, personOf(locals));
    },
  }),
};

function personOf({ person }: App.Locals): { subject: string; name: string } {
  if (person === undefined) throw new Error('An action came without a person: see its route.');
  return { subject: person.subject, name: person.name };
}
