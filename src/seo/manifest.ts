import type { InterfaceLanguage } from '#catalog';
import type { Direction } from '#i18n';
import { pageTitle } from './head.ts';
import type { PagePlace } from './place.ts';

/** The web app manifest (https://www.w3.org/TR/appmanifest/) of the site in one language. */
export function manifestText(
  {
    description,
    language,
    direction,
    ground,
    ...site
  }: {
    companyName: string;
    siteName: string;
    description: string;
    language: InterfaceLanguage;
    direction: Direction;
    /** Colour of the page. */
    ground: string;
  },
  { path }: Pick<PagePlace, 'path'>,
): string {
  const start = path.home();
  return JSON.stringify(
    {
      name: pageTitle(undefined, site),
      short_name: site.siteName,
      description,
      lang: language,
      dir: direction,
      id: start,
      start_url: start,
      scope: start,
      display: 'minimal-ui',
      theme_color: ground,
      background_color: ground,
      icons: [
        { src: path.file('icon.svg'), type: 'image/svg+xml', sizes: 'any' },
        ...[192, 512].map((size) => iconOf(path.file(`icon-${size}.png`), size)),
        { ...iconOf(path.file('icon-maskable-512.png'), 512), purpose: 'maskable' },
      ],
    },
    null,
    2,
  );
}

function iconOf(src: string, size: number): { src: string; type: string; sizes: string } {
  return { src, type: 'image/png', sizes: `${size}x${size}` };
}
