import { parseSiteEnvironment, readSiteConfig } from '#config';
import {
  availabilityOf,
  currentRunOf,
  withExternalDates,
  type Course,
  type Instructor,
  type Partner,
  type Picture,
  type Program,
} from '#catalog';
import { planPicture, type PictureFile, type PicturePlan, type PictureUse } from '#images/plan';
import { connect } from './connection.ts';

let itemWidths: number[] | undefined;

/** What a page shows of the picture at an address; undefined where there is none or it was refused. */
export function pictureOf(url: string | undefined, use: PictureUse): Picture | undefined {
  return planOf(url, use)?.picture;
}

export function logosOf(partners: readonly Partner[]): Picture[] {
  return partners.flatMap(({ logoUrl }) => pictureOf(logoUrl, 'logo') ?? []);
}

export function withPictures(people: readonly Instructor[]): Instructor[] {
  return people.map((person) => ({ ...person, picture: pictureOf(person.pictureUrl, 'staff') }));
}

/** Every file that pages may name. */
export function* iteratePictureFiles(): Generator<PictureFile> {
  const { snapshot } = connect();
  for (const kind of ['course', 'program'] as const) {
    for (const { item: outline } of snapshot.outlines(kind)) {
      const item = snapshot.findByKey(kind, outline.key)?.item;
      if (item === undefined) continue;
      yield* filesOf(item.imageUrl, 'item');
      for (const { logoUrl } of item.partners) yield* filesOf(logoUrl, 'logo');
      for (const { pictureUrl } of peopleOf(item)) yield* filesOf(pictureUrl, 'staff');
    }
  }
  for (const { slug } of snapshot.terms('partner')) {
    // What this version has written for a partner.
    const partner = snapshot.findTerm('partner', slug)?.json as Partner | undefined;
    yield* filesOf(partner?.logoUrl, 'logo');
  }
}

/** Those of the runs that have a page or stand for their course. */
function peopleOf(item: Course | Program): Instructor[] {
  if (item.kind === 'program') return item.instructors;
  const { now } = connect();
  const chosen = currentRunOf(item, now)?.key;
  return item.runs
    .map((run) => withExternalDates(item, run))
    .filter((run) => run.key === chosen || availabilityOf(run, now) !== 'archived')
    .flatMap((run) => run.instructors);
}

function filesOf(url: string | undefined, use: PictureUse): PictureFile[] {
  return planOf(url, use)?.files ?? [];
}

function planOf(url: string | undefined, use: PictureUse): PicturePlan | undefined {
  const image = url === undefined ? undefined : connect().snapshot.image(url);
  if (image === undefined || 'refused' in image) return undefined;
  itemWidths ??= readSiteConfig(parseSiteEnvironment(process.env).siteConfigFile).images.widths;
  return planPicture(image, use, itemWidths);
}
