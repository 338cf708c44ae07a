import type { Picture } from '#catalog';
import type { Interface } from '#i18n';

/** Attributes of an `img` for the picture; `sizes` is needed where it has several files. */
export function pictureAttributes(picture: Picture, { path }: Interface, sizes?: string) {
  const { files, width, height } = picture;
  const hasChoice = files.length > 1;
  return {
    src: path.picture(files[0]?.name ?? ''),
    srcset: hasChoice
      ? files.map(({ name, width: pixels }) => `${path.picture(name)} ${pixels}w`).join(', ')
      : undefined,
    sizes: hasChoice ? sizes : undefined,
    width,
    height,
  };
}
