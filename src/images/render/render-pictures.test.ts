import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openImageCache } from '../cache/open-cache.ts';
import { imageTones } from '../tones.ts';
import { planPicture, type PictureOptions, type PictureSource } from './plan-picture.ts';
import { renderPictures } from './render-pictures.ts';

const now = Date.parse('2026-11-23T06:00:00Z');
const options: PictureOptions = { widths: [320, 720], formats: ['webp'] };
const source: PictureSource = {
  ...{ digest: 'a'.repeat(64), width: 1200, height: 900 },
  ...{ tone: 't-teal-dark', hasAlpha: false },
};

describe('the plan of a picture', () => {
  test('has a file for each width, in the frame of the covers', () => {
    const { files, picture } = planPicture(source, 'item', options);

    expect(files.map(({ width, height }) => [width, height])).toEqual([
      [320, 200],
      [720, 450],
    ]);
    expect(picture).toMatchObject({ width: 720, height: 450, tone: 't-teal-dark' });
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^[\da-f]{16}-320\.webp$/),
      expect.stringMatching(/^[\da-f]{16}-720\.webp$/),
    ]);
  });

  test.each([
    [
      'item',
      { width: 500, height: 500 },
      [
        [320, 200],
        [500, 313],
      ],
    ],
    ['item', { width: 100, height: 400 }, [[100, 63]]],
    ['logo', { width: 90, height: 30 }, [[90, 30]]],
    ['logo', { width: 900, height: 300 }, [[320, 107]]],
    ['staff', { width: 60, height: 90 }, [[60, 60]]],
    ['staff', { width: 600, height: 900 }, [[128, 128]]],
    [
      'text',
      { width: 600, height: 900 },
      [
        [320, 480],
        [600, 900],
      ],
    ],
    // What no format could hold becomes a page of text in length.
    ['text', { width: 1000, height: 50_000 }, [[82, 4100]]],
  ] as const)('never makes a %s of %o larger', (use, size, expected) => {
    const { files } = planPicture({ ...source, ...size }, use, options);

    expect(files.map(({ width, height }) => [width, height])).toEqual(expected);
  });

  test.each([
    ['t-teal-dark', false, 't-teal-dark'],
    ['t-teal-dark', true, 't-white'],
    ['t-sky-pale', true, 't-coal'],
  ])('gives a figure of %s a ground that it can be seen on', (tone, hasAlpha, ground) => {
    expect(planPicture({ ...source, tone, hasAlpha }, 'text', options).picture.tone).toBe(ground);
  });

  test.each([
    ['t-black', true, 'dark'],
    ['t-white', true, 'light'],
    ['t-sky-pale', true, 'light'],
    ['t-white', false, undefined],
  ])('says what a logo of %s is drawn in', (tone, hasAlpha, ink) => {
    expect(Object.keys(imageTones)).toContain(tone);
    expect(planPicture({ ...source, tone, hasAlpha }, 'logo', options).picture.ink).toBe(ink);
  });
});

describe('rendering pictures', () => {
  test('makes each file once; with nothing changed no picture is decoded', async () => {
    const { cache, files, render } = await startWithPicture();

    expect(await render('first')).toEqual({ files: 2, made: 2 });
    // A source that is gone can't be decoded.
    rmSync(path.join(cache.directory, 'sources'), { recursive: true });
    expect(await render('second')).toEqual({ files: 2, made: 0 });

    for (const { name, width, height } of files) {
      const metadata = await sharp(
        path.join(cache.directory, '..', 'second', '_images', name),
      ).metadata();
      expect(metadata).toMatchObject({ format: 'webp', width, height });
    }
  });

  test('makes AVIF too where the site has it', async () => {
    const { cache, digest } = await startWithPicture();
    const formats: PictureOptions['formats'] = ['avif', 'webp'];
    const { files, picture } = planPicture({ ...source, digest }, 'item', { ...options, formats });
    const directory = path.join(cache.directory, '..', 'both');

    expect(await renderPictures(files, { cache, directory, now })).toEqual({ files: 4, made: 4 });

    expect(picture.files.map(({ width }) => width)).toEqual([320, 720]);
    expect(picture.avif?.map(({ width }) => width)).toEqual([320, 720]);
    for (const { name, width, height } of files.filter(({ format }) => format === 'avif')) {
      const file = path.join(directory, '_images', name);
      expect(await sharp(file).metadata()).toMatchObject({ format: 'heif', width, height });
    }
  });

  test.each(['logo', 'staff'] as const)('makes no AVIF of a %s', (use) => {
    const { picture } = planPicture(source, use, { ...options, formats: ['avif', 'webp'] });
    expect(picture.avif).toBeUndefined();
  });

  test('keeps what is transparent so', async () => {
    const { cache, render } = await startWithPicture(0.2);

    await render('site');

    const folder = path.join(cache.directory, '..', 'site', '_images');
    const [name = ''] = readdirSync(folder);
    expect(await sharp(path.join(folder, name)).metadata()).toMatchObject({ hasAlpha: true });
  });

  test('names what to do where the cache has lost a source', async () => {
    const { cache, render } = await startWithPicture();
    rmSync(path.join(cache.directory, 'sources'), { recursive: true });

    await expect(render('site')).rejects.toThrow('npm run sync');
  });

  test('drops files that no render has used for two weeks', async () => {
    const { cache, files, render } = await startWithPicture();
    await render('first');
    const kept = path.join(cache.directory, 'rendered', files[0]!.name);

    await renderPictures([], {
      cache,
      directory: path.join(cache.directory, '..', 'next'),
      now: now + 13 * 86_400_000,
    });
    expect(existsSync(kept)).toBe(true);

    await renderPictures([], {
      cache,
      directory: path.join(cache.directory, '..', 'last'),
      now: now + 15 * 86_400_000,
    });
    expect(existsSync(kept)).toBe(false);
  });
});

/** A cache that holds one picture, and a render of its two files into a folder. */
async function startWithPicture(alpha = 1) {
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-pictures-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const cache = openImageCache(path.join(directory, 'images'));
  const bytes = await sharp({
    create: { width: 1200, height: 900, channels: 4, background: { r: 20, g: 80, b: 76, alpha } },
  })
    .png()
    .toBuffer();
  const digest = await cache.put(bytes);
  const { files } = planPicture({ ...source, digest }, 'item', options);
  const render = (name: string) =>
    renderPictures(files, { cache, directory: path.join(directory, name), now });
  return { cache, digest, files, render };
}
