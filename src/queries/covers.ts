import { courseCardOf, programCardOf, type SubjectHue } from '#catalog';
import { connect } from './connection.ts';

/** Every item that gets a generated cover, with what its drawing is made of. */
export function* iterateCovers(): Generator<{
  kind: 'course' | 'program';
  slug: string;
  key: string;
  hue: SubjectHue;
}> {
  const { snapshot, now } = connect();
  for (const { slug, item } of snapshot.outlines('course')) {
    yield { kind: 'course', slug, key: item.key, hue: courseCardOf(item, slug, now).hue };
  }
  for (const { slug, item } of snapshot.outlines('program')) {
    yield { kind: 'program', slug, key: item.key, hue: programCardOf(item, slug).hue };
  }
}
