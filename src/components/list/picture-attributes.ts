import type { Picture, PictureFileName } from '#catalog';
import type { Interface } from '#i18n';

/** Attributes of an `img` for the picture; `sizes` is needed where it has several files. */
export function pictureAttributes(picture: Picture, ui: Interface, sizes?: string) {
  const { files, width, height } = picture;
  const hasChoice = files.length > 1;
  return {
    src: ui.path.picture(files[0]?.name ?? ''),
    srcset: hasChoice ? sourceSet(files, ui) : undefined,
    sizes: hasChoice ? sizes : undefined,
    width,
    height,
  };
}

/** Attributes of the `source` that stands before the `img` where the picture is there in AVIF too. */
export function avifAttributes({ avif = [] }: Picture, ui: Interface, sizes?: string) {
  return avif.length === 0
    ? undefined
    : {
        type: 'image/avif',
        srcset: sourceSet(avif, ui),
        sizes: avif.length > 1 ? sizes : undefined,
      };
}

function sourceSet(files: readonly PictureFileName[], { path }: Interface): string {
  return files.map(({ name, width }) => `${path.picture(name)} ${width}w`).join(', ');
}
