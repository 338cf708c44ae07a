import { skills } from './bank/skills.ts';
import { subjects } from './bank/subjects.ts';
import type { SubjectSlug } from './bank/types.ts';
import { createMediaUrl } from './links.ts';
import { createUuid } from './random.ts';

export function createSubject(slug: SubjectSlug) {
  const [name, subtitle] = subjects[slug];
  return {
    name,
    subtitle: `<p>${subtitle}</p>`,
    description: `<p>Courses in ${name.toLowerCase().replace('&', 'and')}, from a first look to the edge of what is known.</p>`,
    banner_image_url: createMediaUrl('banners', `${slug}.png`),
    card_image_url: createMediaUrl('banners', `${slug}.png`),
    slug,
    uuid: createUuid(`subject:${slug}`),
  };
}

export function createSkill(name: string) {
  const description = skills[name];
  if (description === undefined)
    throw new Error(`The sample's skill "${name}" has no description.`);
  return { name, description, category: null, subcategory: null };
}

export function createImage(src: string | null) {
  return src === null ? null : { src, description: null, height: null, width: null };
}

/** Short stock numbers such as `0E5F108`. */
export function createSku(text: string): string {
  return createUuid(`sku:${text}`).replaceAll('-', '').slice(0, 7).toUpperCase();
}
