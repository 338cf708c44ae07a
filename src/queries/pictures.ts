import {
  availabilityOf,
  currentRunOf,
  hasPicture,
  pictureUrlsIn,
  resolvePictures,
  withExternalDates,
  type Course,
  type CourseRecord,
  type Instructor,
  type Logo,
  type Partner,
  type Picture,
  type Program,
} from '#catalog';
import { planPicture, type PictureFile, type PicturePlan, type PictureUse } from '#images/plan';
import { connect } from './connection.ts';
import { getSiteOptions } from './site-options.ts';
import { hasTermPage } from './term-counts.ts';

/** What a page shows of the picture at an address; undefined where there is none or it was refused. */
export function pictureOf(url: string | undefined, use: PictureUse): Picture | undefined {
  return planOf(url, use)?.picture;
}

/** Those of the partners, or the one that the item shows in their place. */
export function logosOf(item: Course | Program): Logo[] {
  const { partners, partnerOverride, logoOverrideUrl } = item;
  const [first] = partners;
  const marks =
    logoOverrideUrl === undefined
      ? partners
      : [
          {
            name: partnerOverride ?? first?.name ?? item.title,
            marketingUrl: first?.marketingUrl,
            logoUrl: logoOverrideUrl,
          },
        ];
  return marks.flatMap(({ name, marketingUrl, logoUrl }) => {
    const picture = pictureOf(logoUrl, 'logo');
    return picture === undefined ? [] : [{ picture, name, url: marketingUrl }];
  });
}

export function sponsorsOf(course: Course): CourseRecord['sponsors'] {
  return course.sponsors.map(({ name, url, logoUrl }) => ({
    name,
    url,
    logo: pictureOf(logoUrl, 'logo'),
  }));
}

export function withPicture(person: Instructor): Instructor {
  return { ...person, picture: pictureOf(person.pictureUrl, 'staff') };
}

/** The item, or a part of one, with the pictures inside its texts as pages show them. */
export function withTextPictures<Value>(value: Value): Value {
  if (typeof value === 'string') {
    return (hasPicture(value) ? resolvePictures(value, textPictureOf) : value) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withTextPictures) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withTextPictures(inner)]),
  ) as Value;
}

/** Files that pages name; whether those inside texts are shown is for the pages to say. */
export interface NamedFile extends PictureFile {
  isInText: boolean;
}

/** Every file that pages may name. */
export function* iteratePictureFiles(): Generator<NamedFile> {
  const { snapshot } = connect();
  for (const kind of ['course', 'program'] as const) {
    for (const { item: outline } of snapshot.outlines(kind)) {
      const item = snapshot.findByKey(kind, outline.key)?.item;
      if (item === undefined) continue;
      yield* filesOf(item.imageUrl, 'item');
      for (const logoUrl of logoUrlsOf(item)) yield* filesOf(logoUrl, 'logo');
      for (const { pictureUrl } of peopleOf(item)) yield* filesOf(pictureUrl, 'staff');
      for (const url of pictureUrlsIn(item)) yield* filesOf(url, 'text');
    }
  }
  for (const { slug } of snapshot.terms('partner')) {
    // What this version has written for a partner.
    const partner = snapshot.findTerm('partner', slug)?.json as Partner | undefined;
    yield* filesOf(partner?.logoUrl, 'logo');
    for (const url of pictureUrlsIn(partner?.description)) yield* filesOf(url, 'text');
  }
  for (const { key, slug } of snapshot.terms('instructor')) {
    if (!hasTermPage('instructor', key)) continue;
    // What this version has written for an instructor.
    const person = snapshot.findTerm('instructor', slug)?.json as Instructor | undefined;
    yield* filesOf(person?.pictureUrl, 'staff');
    for (const url of pictureUrlsIn(person?.bio)) yield* filesOf(url, 'text');
  }
}

function logoUrlsOf(item: Course | Program): (string | undefined)[] {
  const sponsors = item.kind === 'course' ? item.sponsors : [];
  return [...item.partners.map(({ logoUrl }) => logoUrl), item.logoOverrideUrl].concat(
    sponsors.map(({ logoUrl }) => logoUrl),
  );
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

function textPictureOf(url: string): Picture | undefined {
  return pictureOf(url, 'text');
}

function filesOf(url: string | undefined, use: PictureUse): NamedFile[] {
  const isInText = use === 'text';
  return (planOf(url, use)?.files ?? []).map((file) => ({ ...file, isInText }));
}

function planOf(url: string | undefined, use: PictureUse): PicturePlan | undefined {
  const { hasImages, images } = getSiteOptions();
  if (url === undefined || !hasImages) return undefined;
  const image = connect().snapshot.image(url);
  if (image === undefined || 'refused' in image) return undefined;
  return planPicture(image, use, images);
}
