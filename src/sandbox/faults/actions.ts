import { z } from 'zod';

const longestDelayMs = 10 * 60_000;
// They frame the answer, which is the server's business: a wrong one would harm other requests.
const framingHeaders = new Set([
  'connection',
  'content-length',
  'transfer-encoding',
  'x-hono-already-sent',
]);

const duration = z.int().min(0).max(longestDelayMs);
const share = z.int().positive().max(100);
const place = z.string().min(1);
const headers = z.record(
  z
    .string()
    .regex(/^[\w-]+$/, 'Expected letters, digits and hyphens in the name of a header.')
    .refine((name) => !framingHeaders.has(name.toLowerCase()), {
      error: 'The server itself sets this header.',
    }),
  z.string().regex(/^[\t -~]*$/, 'Expected printable ASCII in a header.'),
);

/** What a fault does, as JSON can say it: README, "Faults". Several can go together. */
export const faultActions = {
  /** Waits before it answers; from two numbers it draws one. */
  delayMs: z.union([duration, z.tuple([duration, duration])]).optional(),
  bytesPerSecond: z.int().positive().optional(),
  /** Answers in place of the sandbox, with `body`, as JSON unless it is a string. */
  status: z.int().min(200).max(599).optional(),
  body: z.unknown().optional(),
  headers: headers.optional(),
  /** Cuts the connection without an answer. */
  hangUp: z.boolean().optional(),
  /** Sends the first half of the answer, then cuts the connection. */
  truncate: z.boolean().optional(),
  /** Sends the whole answer with a comma that JSON does not allow. */
  malformed: z.boolean().optional(),
  /** Values by place in the answer: `results.*.title`, where `*` is every entry. */
  set: z.record(place, z.unknown()).optional(),
  /** Places in the answer to leave out. */
  remove: z.array(place).optional(),
  /** Null for every list in an item. */
  nullArrays: z.boolean().optional(),
  next: z.enum(['loop', 'foreign', 'http', 'null', 'empty', 'absent', 'endless']).optional(),
  /** A fixed number, or one that shrinks by so many with each answer. */
  count: z
    .union([z.int().nonnegative(), z.strictObject({ shrinkBy: z.int().positive() })])
    .optional(),
  /** No items on the page, whatever `next` says. */
  emptyPage: z.boolean().optional(),
  /** So many items of the page give way to items of its neighbour. */
  reshuffle: share.optional(),
  /** Once this page was read, the list has lost its first items, or has new ones before them. */
  changeAfterPage: z
    .strictObject({ page: z.int().positive(), remove: share.optional(), add: share.optional() })
    .refine(({ remove, add }) => (remove === undefined) !== (add === undefined), {
      error: 'Expected either "remove" or "add".',
    })
    .optional(),
  /** A token that was used so often is refused. */
  tokenCalls: z.int().positive().optional(),
  /** Cuts new connections before they can ask; those that are open stay. */
  refuseConnections: z.boolean().optional(),
};
