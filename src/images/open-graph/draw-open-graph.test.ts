import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { openImageCache } from '../cache/open-cache.ts';
import { renderPictures } from '../render/render-pictures.ts';
import { drawOpenGraph } from './draw-open-graph.ts';
import { drawText, runsFromRight } from './draw-text.ts';
import { planOpenGraph, type OpenGraphDrawing } from './plan-open-graph.ts';

const drawing: OpenGraphDrawing = {
  title: 'Statistics for Everyday Decisions',
  partners: ['Tarn Institute'],
  ...{ companyName: 'Tarnholt', siteName: 'Prospectus', key: 'KIT+STAT101x', hue: 'data' },
};

test.each([
  ['a short title', 'SQL'],
  ['markup and quotes', 'C++ <templates> & "concepts" \u0007'],
  ['a title without end', 'Long '.repeat(400)],
  ['a word without end', 'Rechtsschutzversicherung'.repeat(30)],
  ['another script', '品質管理入門'],
  ['nothing', ''],
  ['nothing to be seen', '\u200B\u200B'],
])('%s is drawn in 1200 × 630', async (_, title) => {
  const picture = await drawOpenGraph({ ...drawing, title });

  expect(await sharp(picture).metadata()).toMatchObject({
    ...{ format: 'png', width: 1200, height: 630 },
  });
  expect(picture.length).toBeLessThan(100_000);
});

test('what runs from right to left has its drawing at the left', async () => {
  const isPaperAt = async (title: string, left: number) => {
    const picture = sharp(await drawOpenGraph({ ...drawing, title }));
    const { data } = await picture
      .extract({ left, top: 0, width: 60, height: 630 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return Math.min(data[0] ?? 0, data[1] ?? 0, data[2] ?? 0) > 225;
  };

  expect(await isPaperAt('Statistics', 0)).toBe(true);
  expect(await isPaperAt('مقدمة في الإحصاء', 1140)).toBe(true);
  expect(await isPaperAt('مقدمة في الإحصاء', 0)).toBe(false);
});

test.each([
  ['مقدمة', true],
  ['2024 – שלום', true],
  ['Arabic: مقدمة', false],
  ['2024', false],
])('%s runs from the right: %s', (text, isSo) => {
  expect(runsFromRight(text)).toBe(isSo);
});

test('a text is made smaller, then cut, until it fits its room', async () => {
  const look = { sizes: [72, 36], colour: '#000000', isAtRight: false, width: 400, height: 90 };

  const [short, long, endless] = await Promise.all(
    ['Statistics', 'Statistics for decisions', 'Statistics '.repeat(50)].map((text) =>
      drawText(text, look),
    ),
  );

  expect(short!.height).toBeGreaterThan(40);
  for (const block of [long!, endless!]) {
    expect(block.width).toBeLessThanOrEqual(400);
    expect(block.height).toBeLessThanOrEqual(90);
  }
});

test('the name says all that is drawn', () => {
  const nameOf = (changes: Partial<OpenGraphDrawing>) =>
    planOpenGraph({ ...drawing, ...changes }).file.name;
  const names = [
    nameOf({}),
    nameOf({ title: 'Another' }),
    nameOf({ partners: [] }),
    nameOf({ companyName: 'Another' }),
    nameOf({ siteName: 'Another' }),
    nameOf({ key: 'another' }),
    nameOf({ hue: 'life' }),
    nameOf({ language: 'ja' }),
  ];

  expect(new Set(names).size).toBe(names.length);
  expect(nameOf({})).toBe(names[0]);
  expect(planOpenGraph(drawing).picture).toEqual({
    ...{ name: names[0], width: 1200, height: 630 },
    alt: 'Statistics for Everyday Decisions – Tarn Institute',
  });
});

test('a picture that was drawn is not drawn again', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'open-graph-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const cache = openImageCache(path.join(directory, 'cache'));
  const { file } = planOpenGraph(drawing);
  const render = (site: string) =>
    renderPictures([file], { cache, directory: path.join(directory, site), now: Date.now() });

  expect(await render('first')).toEqual({ files: 1, made: 1 });
  expect(await render('second')).toEqual({ files: 1, made: 0 });
  expect(readdirSync(path.join(directory, 'second', '_images'))).toEqual([file.name]);
});
