import { createHash } from 'node:crypto';
import type { OpenGraphPicture, SubjectHue } from '#catalog';

/** All that is drawn in a picture for links that are shared. */
export interface OpenGraphDrawing {
  title: string;
  /** BCP 47 of the title, where it is not the site's. */
  language?: string | undefined;
  partners: readonly string[];
  companyName: string;
  siteName: string;
  /** The key and subject of the item, which make its geometry, as on its cover. */
  key: string;
  hue: SubjectHue;
}

/** One file to be drawn. */
export interface OpenGraphFile {
  name: string;
  drawing: OpenGraphDrawing;
}

/** In pixels; what those who show links ask for. */
export const openGraphSize = { width: 1200, height: 630 };

/** Raised when the same drawing shall look otherwise. */
const recipe = 1;

/** The file, named by a hash of what is drawn, and what a page must know of it. */
export function planOpenGraph(drawing: OpenGraphDrawing): {
  file: OpenGraphFile;
  picture: OpenGraphPicture;
} {
  const { title, language, partners, companyName, siteName, key, hue } = drawing;
  const parts = [recipe, title, language, partners, companyName, siteName, key, hue];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const name = `${hash.slice(0, 16)}-${openGraphSize.width}.png`;
  const by = partners.length === 0 ? '' : ` – ${partners.join(', ')}`;
  return {
    file: { name, drawing },
    picture: { name, ...openGraphSize, alt: `${title}${by}` },
  };
}
