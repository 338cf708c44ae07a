import { hueOf, type SubjectHue } from '#catalog';
import { connect } from './connection.ts';
import { pictureOf } from './pictures.ts';

/** Every item without a picture, which gets a generated cover, with what its drawing is made of. */
export function* iterateCovers(): Generator<{
  kind: 'course' | 'program';
  slug: string;
  key: string;
  hue: SubjectHue;
}> {
  for (const kind of ['course', 'program'] as const) {
    for (const { slug, item } of connect().snapshot.outlines(kind)) {
      if (pictureOf(item.imageUrl, 'item') !== undefined) continue;
      yield { kind, slug, key: item.key, hue: hueOf(item.subjects[0]) };
    }
  }
}
