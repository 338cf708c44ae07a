import { z } from 'zod';
import { record, text } from './primitives.ts';

/** The answer of the token endpoint. The documentation shows `expires_in` as text (api-ground-truth §2.2). */
export const token = record({
  access_token: z.string().min(1),
  expires_in: z.union([z.number(), z.string()]).nullish(),
  token_type: text,
  scope: text,
});

export type TokenResource = z.infer<typeof token>;
