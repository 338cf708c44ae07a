import type { DatabaseSync } from 'node:sqlite';
import { hasPicture, pictureUrlsIn, type Course, type Program } from '#catalog';

/** What a picture is shown as. */
export type ImageUse = 'hero' | 'logo' | 'staff' | 'text';

export interface NamedImage {
  url: string;
  use: ImageUse;
  /** The generation in which the item that names it last changed. */
  changed: number;
}

/** Every picture that an item of the snapshot names, once for each time that it is named. */
export function* listImageUrls(database: DatabaseSync): Generator<NamedImage> {
  for (const row of database.prepare('SELECT json, changed FROM items').iterate()) {
    const json = String(row['json']);
    const item = JSON.parse(json) as Course | Program;
    const changed = Number(row['changed']);
    for (const [use, url] of urlsOf(item)) {
      if (url !== undefined) yield { url, use, changed };
    }
    if (!hasPicture(json)) continue;
    for (const url of pictureUrlsIn(item)) yield { url, use: 'text', changed };
  }
}

function urlsOf(item: Course | Program): [use: ImageUse, url: string | undefined][] {
  const instructors =
    item.kind === 'course' ? item.runs.flatMap((run) => run.instructors) : item.instructors;
  return [
    ['hero', item.imageUrl],
    ...logosOf(item).map(({ logoUrl }): [ImageUse, string | undefined] => ['logo', logoUrl]),
    ...instructors.map(({ pictureUrl }): [ImageUse, string | undefined] => ['staff', pictureUrl]),
  ];
}

/** Of partners and sponsors. */
function logosOf(item: Course | Program): { logoUrl?: string | undefined }[] {
  const sponsors = item.kind === 'course' ? item.sponsors : [];
  return [...item.partners, ...sponsors, { logoUrl: item.logoOverrideUrl }];
}
