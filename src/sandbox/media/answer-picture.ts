import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import sharp from 'sharp';
import { answerHtmlError } from '../answer.ts';
import { decodePath } from '../request-log.ts';
import { drawBanner, drawLogo, drawPortrait, drawScene } from './draw-picture.ts';

const smallWidth = 378;

/** What each folder of `/media/` holds: a drawing for the names that follow it. */
const drawings: Record<string, (first: string, last: string) => string> = {
  banners: (name) => drawBanner(name),
  courses: drawScene,
  figures: (name) => drawScene('data-analysis-statistics', name),
  logos: (name) => drawLogo(name),
  people: (name) => drawPortrait(name),
  programs: drawScene,
};

/** `GET /media/{folder}/{…}/{name}.png`, or `….small.png`: drawn when asked for, always alike. */
export async function answerPicture(context: Context): Promise<Response> {
  const [, folder = '', ...names] = context.req.path.split('/').slice(1).map(decodePath);
  const file = names.at(-1) ?? '';
  const draw = Object.hasOwn(drawings, folder) ? drawings[folder] : undefined;
  if (draw === undefined || !file.endsWith('.png'))
    return answerHtmlError(context, 404, 'Not Found');
  const etag = etagOf(context.req.path);
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=86400' };
  if (context.req.header('If-None-Match') === etag) return context.body(null, 304, headers);
  const isSmall = file.endsWith('.small.png');
  const name = file.replace(/(?:\.small)?\.png$/, '');
  const svg = Buffer.from(draw(names.length > 1 ? (names[0] ?? '') : name, name));
  const drawn = sharp(svg);
  const picture = await (isSmall ? drawn.resize(smallWidth) : drawn).png().toBuffer();
  return context.body(new Uint8Array(picture), 200, {
    'Content-Type': 'image/png',
    'Content-Length': String(picture.length),
    ...headers,
  });
}

/** A picture never changes, so its name stands for it. */
function etagOf(path: string): string {
  return `"${createHash('sha256').update(path).digest('hex').slice(0, 16)}"`;
}
