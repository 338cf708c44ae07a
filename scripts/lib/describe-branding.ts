import { brandColorOf, type BrandShade, type SiteConfig } from '#config';

/** What a render says of the site configuration: what became of the colour, and what is not in the catalogs. */
export function describeBranding(
  { colors: { accent } }: Pick<SiteConfig, 'colors'>,
  unknownFeatured: readonly { place: number; key: string }[],
): string[] {
  const lines = unknownFeatured.map(
    ({ place, key }) =>
      `home.featured.${place} of the site configuration: no course or program "${key}" is in the catalogs; it is left out.`,
  );
  if (accent === undefined) return lines;
  const { day, night } = brandColorOf(accent);
  return [
    ...lines,
    `colors.accent ${accent} is ${describeShade(day)} by day, ${describeShade(night)} by night.`,
  ];
}

function describeShade({ hex, textContrast, groundContrast }: BrandShade): string {
  return `${hex} (contrast on the page at least ${groundContrast.toFixed(1)}:1, of text on it ${textContrast.toFixed(1)}:1)`;
}
