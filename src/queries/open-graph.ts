import { hueOf, type OpenGraphPicture, type Reference, type SubjectHue } from '#catalog';
import { planOpenGraph, type OpenGraphFile } from '#images/plan';
import { connect } from './connection.ts';
import { getSiteOptions } from './site-options.ts';

interface Shared {
  key: string;
  title: string;
  language?: string | undefined;
  partnerOverride?: string | undefined;
  partners: readonly Pick<Reference, 'name'>[];
}

/** The picture that a shared link to the item shows; undefined where the site has none. */
export function openGraphOf(item: Shared, hue: SubjectHue): OpenGraphPicture | undefined {
  return planOf(item, hue)?.picture;
}

/** The drawing of each course and program, where the site has them. */
export function* iterateOpenGraphFiles(): Generator<OpenGraphFile> {
  if (!getSiteOptions().images.openGraph) return;
  const { snapshot } = connect();
  for (const kind of ['course', 'program'] as const) {
    for (const { item: outline } of snapshot.outlines(kind)) {
      const item = snapshot.findByKey(kind, outline.key)?.item;
      if (item === undefined) continue;
      const plan = planOf(item, hueOf(item.subjects[0]?.key));
      if (plan !== undefined) yield plan.file;
    }
  }
}

function planOf({ key, title, language, partners, partnerOverride }: Shared, hue: SubjectHue) {
  const { images, companyName, siteName } = getSiteOptions();
  if (!images.openGraph) return undefined;
  return planOpenGraph({
    ...{ key, hue, title, language, companyName, siteName },
    partners: partnerOverride === undefined ? partners.map(({ name }) => name) : [partnerOverride],
  });
}
