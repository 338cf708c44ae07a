import { pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import sharp from 'sharp';
import { brandColorOf, type SiteConfig } from '#config';

type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

// Vite takes what ends so for a style sheet, whatever it begins with.
const stylesId = '/virtual-brand.css';
const logoId = '\0virtual:brand';

/**
 * The branding of a site as modules of its code: `virtual:brand.css` puts the company's colour in place of ours
 * in the site's one style sheet, `virtual:brand` has the logo, which becomes a file of the site.
 */
export function brandPlugin({ colors, logo }: Pick<SiteConfig, 'colors' | 'logo'>): Plugin {
  return {
    name: 'prospectus-brand',
    resolveId: (id) => ({ 'virtual:brand.css': stylesId, 'virtual:brand': logoId })[id],
    load: (id) => {
      if (id === stylesId) return colors.accent === undefined ? '' : brandStyles(colors.accent);
      return id === logoId ? logoModule(logo) : undefined;
    },
  };
}

/** Stands in the layer of the tokens and after them. */
function brandStyles(accent: string): string {
  const { day, night } = brandColorOf(accent);
  return `@layer tokens { :root { --_brand-day: ${day.hex}; --_brand-night: ${night.hex}; } }`;
}

async function logoModule(logo: SiteConfig['logo']): Promise<string> {
  if (logo === undefined) return 'export const logo = undefined;';
  const { file, darkFile, hasName } = logo;
  const size = await readSize(file);
  const darkSize = darkFile === undefined ? undefined : await readSize(darkFile);
  return `
import light from ${importOf(file)};
${darkFile === undefined ? 'const dark = undefined;' : `import dark from ${importOf(darkFile)};`}
export const logo = {
  light: { src: light, ...${JSON.stringify(size)} },
  dark: dark && { src: dark, ...${JSON.stringify(darkSize ?? {})} },
  hasName: ${hasName},
};`;
}

function importOf(file: string): string {
  return JSON.stringify(`${decodeURI(pathToFileURL(file).pathname)}?url`);
}

async function readSize(file: string): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(file).metadata();
  return { width, height };
}
