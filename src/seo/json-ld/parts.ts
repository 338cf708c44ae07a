import type { DefinedTermLeaf, OrganizationLeaf } from 'schema-dts';
import { toPlainText, type Link, type Partner, type Picture, type SafeHtml } from '#catalog';
import { describe } from '../head.ts';
import { addressOf, type PagePlace } from '../place.ts';
import { nodeOf } from './node.ts';

/** Who provides it, by the name that the page shows. */
export function providersOf({
  partners,
  partnerOverride,
}: {
  partners: readonly Partner[];
  partnerOverride?: string | undefined;
}): OrganizationLeaf[] {
  const shown = partnerOverride === undefined ? partners : [{ name: partnerOverride }];
  return shown.map((partner) =>
    nodeOf<OrganizationLeaf>({
      '@type': 'Organization',
      name: partner.name,
      url: 'marketingUrl' in partner ? partner.marketingUrl : undefined,
    }),
  );
}

export function subjectTerms(subjects: readonly Link[], place: PagePlace): DefinedTermLeaf[] {
  return subjects.map(({ name, slug }) =>
    nodeOf<DefinedTermLeaf>({
      '@type': 'DefinedTerm',
      name,
      url: slug === undefined ? undefined : addressOf(place, (path) => path.term('subject', slug)),
    }),
  );
}

/** The largest file of a picture. */
export function imageOf(picture: Picture | undefined, place: PagePlace): string | undefined {
  const file = picture?.files.at(-1);
  return file === undefined ? undefined : addressOf(place, (path) => path.picture(file.name));
}

/** A text in a sentence or two. */
export function inBrief(html: SafeHtml | undefined): string | undefined {
  return html === undefined ? undefined : describe(toPlainText(html));
}
