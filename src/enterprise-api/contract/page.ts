import { z } from 'zod';
import { record } from './primitives.ts';

/**
 * A page of a list (reference §3.3.4, §3.8.4). `next` and `previous` are null in the reference, "" behind the
 * gateway and may be absent (api-ground-truth §11.1); `count` may not fit the items (§0.7). The items stay
 * `unknown`: one that does not parse must not lose its page.
 */
export const page = record({
  count: z.number().int().nonnegative(),
  next: z.string().nullish(),
  previous: z.string().nullish(),
  results: z.array(z.unknown()),
});

export type Page = z.infer<typeof page>;
