import { writePictures, type SafeHtml } from '#catalog';
import type { Interface } from '#i18n';
import { avifAttributes, pictureAttributes } from '../list/picture-attributes.ts';

/** A text is as wide as its measure, or as a narrow screen. */
const sizes = '(width >= 46rem) 42rem, calc(100vw - 2rem)';

/** The text with its pictures, which stand further down and load when one comes near. */
export function writeTextPictures(html: SafeHtml, ui: Interface): string {
  return writePictures(html, (picture, alt) => {
    const attributes = write(pictureAttributes(picture, ui, sizes));
    const image = `<img class="${picture.tone}" ${attributes} alt="${alt}" loading="lazy" decoding="async">`;
    const avif = avifAttributes(picture, ui, sizes);
    return avif === undefined ? image : `<picture><source ${write(avif)}>${image}</picture>`;
  });
}

function write(attributes: Record<string, string | number | undefined>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}
