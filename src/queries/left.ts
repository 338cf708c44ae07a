import type { ItemCard, LeftPage } from '#catalog';
import type { ItemKind, Tombstone } from '#snapshot';
import { connect } from './connection.ts';
import { courseCard, courseIndex, programCard, sortCourses, sortPrograms } from './course-index.ts';

const alternativeCount = 6;

let left: Tombstone[] | undefined;

/** What has left the catalogs in the last half year and keeps its address (design §6.6). */
export function listLeft(kind: ItemKind): Tombstone[] {
  return allLeft().filter((item) => item.kind === kind);
}

/** Every page of an item asks whether the item is among them. */
function allLeft(): Tombstone[] {
  left ??= connect().snapshot.tombstones();
  return left;
}

/** The page that says that an item has left; undefined for one that is here. */
export function findLeftPage(kind: ItemKind, slug: string): LeftPage | undefined {
  const item = allLeft().find((one) => one.kind === kind && one.slug === slug);
  if (item === undefined) return undefined;
  const { title, language, leftAt } = item;
  return {
    ...{ kind, slug, title, language },
    leftOn: new Date(leftAt).toISOString(),
    alternatives: alternativesTo(item),
  };
}

/** What can still be had of the same kind: of its programs, then of its subject and partner, then of either. */
function alternativesTo({ kind, terms, programs }: Tombstone): ItemCard[] {
  const { snapshot } = connect();
  const { isAvailable, sort, cardOf } = kinds[kind];
  const inPrograms = programs
    .flatMap((uuid) => snapshot.programCourseKeys(uuid))
    .flatMap((key) => snapshot.slugOf('course', key)?.id ?? []);
  const [ofSubject = [], ofPartner = []] = (['subject', 'partner'] as const).map((termKind) => {
    const key = terms.find((term) => term.kind === termKind)?.key;
    return key === undefined ? [] : sort(snapshot.idsOfTerm(kind, termKind, key));
  });
  const partners = new Set(ofPartner);
  const ofBoth = ofSubject.filter((id) => partners.has(id));
  const ids = [...new Set([...inPrograms, ...ofBoth, ...ofSubject, ...ofPartner])];
  return ids.filter(isAvailable).slice(0, alternativeCount).map(cardOf);
}

const kinds: Record<
  ItemKind,
  {
    isAvailable: (id: number) => boolean;
    sort: (ids: readonly number[]) => number[];
    cardOf: (id: number) => ItemCard;
  }
> = {
  course: {
    isAvailable: (id) => courseIndex().get(id)?.isListed === true,
    sort: sortCourses,
    cardOf: courseCard,
  },
  program: { isAvailable: () => true, sort: sortPrograms, cardOf: programCard },
};
