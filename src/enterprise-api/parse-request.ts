import type { z } from 'zod';
import { problemsOf } from './contract/index.ts';
import { EnterpriseApiError } from './errors.ts';

/** The body to send. @throws an error that names the fields and places, never what stands there */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  body: z.input<Schema>,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const problems = problemsOf(result.error).map(({ path, reason }) => `${path}: ${reason}`);
  throw new EnterpriseApiError(
    `Nothing was sent, because the request is not right. ${problems.slice(0, 5).join(' ')}`,
  );
}
