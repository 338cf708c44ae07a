import { z } from 'zod';
import { anything, date, list, number, optionalId, record, text, url } from './primitives.ts';

/** An image is an object in the examples and a plain address in the table and in search documents. */
export const image = z
  .union([z.string(), record({ src: url, description: text, height: number, width: number })])
  .nullish();

export const video = record({ src: url, description: text, image }).nullish();

/** A subject is an object, or only its name in a sparse item (api-ground-truth §5.2). */
export const subject = z.union([
  z.string(),
  record({ name: text, slug: text, subtitle: text, description: text, uuid: optionalId }),
]);

export const skill = z.union([z.string(), record({ name: text, description: text })]);

/** A topic is an object in the reference's table and a string in the service (§5.6). */
export const topic = z.union([z.string(), record({ name: text, title: text })]);

/** A language is a code or a name; program items may send objects (§11.10). */
export const language = z.union([z.string(), record({ code: text, name: text, label: text })]);

/** A level is a word in courses, an object in `level_type_override`. */
export const level = z.union([z.string(), record({ name: text, sort_value: number })]).nullish();

export const organization = record({
  uuid: optionalId,
  key: text,
  name: text,
  slug: text,
  description: text,
  homepage_url: url,
  marketing_url: url,
  logo_image_url: url,
  certificate_logo_image_url: url,
  banner_image_url: url,
});

export const sponsor = record({ name: text, logo_image_url: url, homepage_url: url });

export const person = record({
  uuid: optionalId,
  slug: text,
  salutation: text,
  given_name: text,
  family_name: text,
  bio: text,
  position: record({
    title: text,
    organization_name: text,
    organization_override: text,
  }).nullish(),
  profile_image: anything,
  profile_image_url: url,
});

export const seat = record({
  type: text,
  price: number,
  currency: text,
  upgrade_deadline: date,
  upgrade_deadline_override: date,
  credit_provider: text,
  credit_hours: number,
  sku: text,
  bulk_sku: text,
});

export const entitlement = record({
  mode: text,
  price: number,
  currency: text,
  sku: text,
  expires: date,
});

/** How courses and course runs name the programs that they are part of. */
export const programReference = record({
  uuid: optionalId,
  title: text,
  type: text,
  marketing_slug: text,
});

/** Expected learning items are strings or `{ value }`. */
export const learningItem = z.union([z.string(), record({ value: text })]);

export const restriction = record({
  restriction_type: text,
  countries: list(z.string()),
  states: list(z.string()),
}).nullish();

export const productSource = z
  .union([z.string(), record({ name: text, slug: text, description: text })])
  .nullish();
