import { mediaOrigin } from '../rewrite-item.ts';

/** The invented company whose catalogs the sample holds. */
export const customer = {
  uuid: '7d1f3c52-2f0a-4b7e-9c55-1b1a70b40f01',
  slug: 'tarnholt',
  name: 'Tarnholt',
};

const learningPortal = 'https://learn.tarnholt.example';
const marketingSite = 'https://catalogue.sandbox.example';

/** Where one enrolls (reference §3.12.4): the catalog is set anew in every answer. */
export function createEnrollmentUrl(
  kind: 'course' | 'program',
  key: string,
  catalog: string,
): string {
  return `${learningPortal}/enterprise/${customer.uuid}/${kind}/${key}/enroll/?catalog=${catalog}&utm_medium=enterprise&utm_source=${customer.slug}`;
}

export function createMarketingUrl(path: string): string {
  return `${marketingSite}/${path}?utm_source=lms_catalog_service_user&utm_medium=affiliate_partner`;
}

/** A picture that the sandbox draws; `kind` is a folder of `media/`. */
export function createMediaUrl(kind: string, ...names: string[]): string {
  return [`${mediaOrigin}/media/${kind}`, ...names.map(encodeURIComponent)].join('/');
}

/** Latin letters and digits of a title; what remains of other scripts is too little, then it is the key's. */
export function createUrlSlug(title: string, key: string): string {
  const slug = toAscii(title);
  return slug.length > 3 ? slug.slice(0, 80) : toAscii(key);
}

export function toAscii(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
