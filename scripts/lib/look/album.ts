import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';

const widths = [360, 1280];
const schemes = ['light', 'dark'] as const;

/** Pictures of whole pages, by name, width and colour scheme, and a page that shows them all. */
export interface Album {
  /** Opens a window of every width and scheme, one after the other, and takes a picture of what each view shows. */
  add: (
    views: readonly View[],
    options?: { prepare?: (page: Page) => Promise<void> },
  ) => Promise<void>;
  /** Writes the page; answers its path and how many pictures there are. */
  finish: () => Promise<{ file: string; count: number }>;
}

/** Something to look at: an address, or what leads to it. */
export interface View {
  name: string;
  open: string | ((page: Page) => Promise<void>);
}

/** Starts with an empty folder. With `only`, what has it in its name is looked at. */
export async function createAlbum(
  directory: string,
  browser: Browser,
  { only = '' }: { only?: string | undefined } = {},
): Promise<Album> {
  const names: string[] = [];
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  return {
    async add(allViews, { prepare } = {}) {
      const views = allViews.filter(({ name }) => name.includes(only));
      if (views.length === 0) return;
      names.push(...views.map(({ name }) => name));
      for (const colorScheme of schemes) {
        for (const width of widths) {
          const context = await browser.newContext({
            viewport: { width, height: 900 },
            colorScheme,
          });
          const page = await context.newPage();
          await prepare?.(page);
          for (const { name, open } of views) {
            await (typeof open === 'string' ? page.goto(open) : open(page));
            await settle(page);
            const file = path.join(directory, fileName(name, width, colorScheme));
            await page.screenshot({ path: file, fullPage: true });
          }
          await context.close();
        }
      }
    },
    async finish() {
      const file = path.join(directory, 'index.html');
      await writeFile(file, renderOverview(names));
      return { file, count: names.length * widths.length * schemes.length };
    },
  };
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // What lies below the window would stay blank on a picture of the whole page.
  await page.$$eval('img[loading="lazy"]', (images) => {
    for (const image of images) image.setAttribute('loading', 'eager');
  });
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[data-waiting]') === null);
}

function fileName(name: string, width: number, scheme: string): string {
  return `${name}-${width}-${scheme}.png`;
}

function renderOverview(names: string[]): string {
  const rows = names.map((name) => {
    const pictures = schemes.flatMap((scheme) =>
      widths.map(
        (width) =>
          `<td><img loading="lazy" src="${fileName(name, width, scheme)}" width="${width / 2}" alt=""></td>`,
      ),
    );
    return `<tr><th>${name}</th>${pictures.join('')}</tr>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Every kind of page</title><table>${rows.join('\n')}</table>\n`;
}
