import { z } from 'zod';

/**
 * Building blocks of the contract. The reference, its examples and the deployed service disagree in many
 * places (api-ground-truth §5.6): whatever one of the three sends is accepted here, and `#catalog` turns it
 * into one meaning. Absent and null are the same everywhere (§11.10).
 */

/** An opaque identifier. The reference's own examples are not valid UUIDs, so nothing but emptiness is refused. */
export const id = z.union([z.string().trim().min(1), z.number().int().transform(String)], {
  error: 'Expected a non-empty text or a whole number.',
});

/** An identifier that an item can do without: text or number (api-ground-truth §11.10), perhaps empty. */
export const optionalId = z.union([z.string(), z.number().transform(String)]).nullish();

export const text = z.string().nullish();

export const flag = z.boolean().nullish();

/** A number, or its text: "36000" and "100.00" are both sent where the reference says integer or decimal. */
export const number = z.union([z.number(), z.string()]).nullish();

/**
 * A date or date-time. Of any type on purpose: a bad date makes the date absent, with a note in the sync
 * report, and never the item (`parseDate` of `#catalog`).
 */
export const date = z.unknown().optional().meta({ format: 'date-time' });

/** An address. Of any type for the same reason as `date` (`parseUrl` of `#catalog`). */
export const url = z.unknown().optional().meta({ format: 'uri' });

/** A record whose fields nobody relies on; some services send a string, a list or null in its place. */
export const anything = z.unknown().optional();

export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).nullish();
}

/** An object that keeps the fields it does not know: the API grows. */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape);
}
