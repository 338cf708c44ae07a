import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { InterfaceLanguage } from '#catalog';
import type { Mode } from './modes.ts';
import { renderOverview } from './overview.ts';

/** Pictures of whole pages, by name and mode, and a page that shows them all. */
export interface Album {
  /** Opens a window for every mode, one after the other, and takes a picture of what each view shows. */
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
  /** Its address in another language of the site. */
  addressIn?: (language: InterfaceLanguage) => string;
}

/** The pictures of a view: files by the names of modes. */
export type Pictures = Map<string, string>;

export interface AlbumOptions {
  modes: readonly Mode[];
  /** Views that have it in their name. */
  only?: string | undefined;
}

/** Starts with an empty folder. */
export async function createAlbum(
  directory: string,
  browser: Browser,
  { modes, only = '' }: AlbumOptions,
): Promise<Album> {
  const taken = new Map<string, Pictures>();
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });

  const take = async (page: Page, view: View, mode: Mode): Promise<void> => {
    const open = mode.language === undefined ? view.open : view.addressIn?.(mode.language);
    if (open === undefined) return;
    await (typeof open === 'string' ? page.goto(open) : open(page));
    await settle(page);
    const file = `${view.name}.${mode.name}.png`;
    await page.screenshot({ path: path.join(directory, file), fullPage: true });
    const pictures = taken.get(view.name) ?? new Map<string, string>();
    taken.set(view.name, pictures.set(mode.name, file));
  };

  return {
    async add(allViews, { prepare } = {}) {
      const views = allViews.filter(({ name }) => name.includes(only));
      for (const mode of views.length === 0 ? [] : modes) {
        const page = await openWindow(browser, mode);
        await prepare?.(page);
        await page.emulateMedia({ media: mode.media ?? 'screen' });
        for (const view of views) await take(page, view, mode);
        await page.context().close();
      }
    },
    async finish() {
      const file = path.join(directory, 'index.html');
      await writeFile(file, renderOverview(taken, modes));
      const counts = [...taken.values()].map(({ size }) => size);
      return { file, count: counts.reduce((sum, count) => sum + count, 0) };
    },
  };
}

async function openWindow(browser: Browser, mode: Mode): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: mode.width, height: 900 },
    colorScheme: mode.colorScheme ?? 'light',
    contrast: mode.contrast ?? 'no-preference',
    forcedColors: mode.forcedColors ?? 'none',
  });
  return context.newPage();
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // What lies below the window would stay blank on a picture of the whole page.
  await page.$$eval('img[loading="lazy"]', (images) => {
    for (const image of images) image.setAttribute('loading', 'eager');
  });
  await page.waitForFunction(
    () =>
      document.querySelector('[data-waiting]') === null &&
      [...document.images].every((image) => image.complete),
  );
}
