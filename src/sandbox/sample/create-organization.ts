import { partners } from './bank/partners.ts';
import { createMarketingUrl, createMediaUrl, toAscii } from './links.ts';
import { createUuid, hashText } from './random.ts';

/** A partner, in the form of a course's `owners` and a program's `authoring_organizations`. */
export function createOrganization(key: string) {
  const { name, description } = requirePartner(key);
  const slug = toAscii(key);
  return {
    uuid: createUuid(`organization:${key}`),
    key,
    name,
    auto_generate_course_run_keys: false,
    certificate_logo_image_url: createMediaUrl('logos', `${slug}.png`),
    logo_image_url: createMediaUrl('logos', `${slug}.png`),
    organization_hex_color: null,
    data_modified_timestamp: null,
    description: `<p>${description}</p>`,
    description_es: '',
    homepage_url: `https://${slug}.sandbox.example/`,
    tags: [],
    marketing_url: createMarketingUrl(`school/${slug}`),
    slug,
    banner_image_url: createMediaUrl('banners', `${slug}.png`),
    enterprise_subscription_inclusion: true,
  };
}

/** All people of a partner. Some have an address that must never be published. */
export function createPeople(partner: string) {
  const organization = createOrganization(partner);
  return requirePartner(partner).people.map((text) => {
    const [givenName = '', familyName = '', title = '', bio = ''] = text
      .split('|')
      .map((part) => part.trim());
    const uuid = createUuid(`person:${partner}:${givenName}:${familyName}`);
    const slug = toAscii(`${givenName} ${familyName}`) || `person-${uuid.slice(0, 8)}`;
    const picture = createMediaUrl('people', `${uuid}.png`);
    const hasPicture = hashText(uuid) % 5 !== 0;
    return {
      uuid,
      salutation: null,
      given_name: givenName,
      family_name: familyName === '' ? null : familyName,
      bio: `<p>${bio}</p>`,
      slug,
      position: {
        title,
        organization_name: organization.name,
        organization_id: hashText(partner) % 1000,
        organization_override: null,
        organization_marketing_url: organization.marketing_url,
        organization_uuid: organization.uuid,
        organization_logo_image_url: organization.logo_image_url,
      },
      areas_of_expertise: [],
      profile_image: hasPicture ? { medium: { url: picture, width: 110, height: 110 } } : {},
      works: [],
      urls: { facebook: null, twitter: null, blog: null },
      urls_detailed: [],
      email: hashText(uuid) % 3 === 0 ? `${slug}@${organization.slug}.example` : null,
      profile_image_url: hasPicture ? picture : null,
      major_works: '',
      published: true,
    };
  });
}

function requirePartner(key: string) {
  const partner = partners[key];
  if (partner === undefined) throw new Error(`The sample has no partner "${key}".`);
  return partner;
}
