import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSiteEnvironment } from '#config';
import type { SearchItem, TermKind } from '#catalog';
import { createInterface } from '#i18n';
import { getTerms, iterateSearchItems, listCatalogPaths, listCourseRunPaths } from '#queries';
import { launchBrowser } from './find-browser.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { serve } from './lib/serve.ts';

const directory = path.resolve('.prospectus/look');
const widths = [360, 1280];
const schemes = ['light', 'dark'] as const;

/** Screenshots of every kind of page of the built site, and one page that shows them all. */
await runCommand(async () => {
  readOptions({}, 'npm run look');
  const { basePath } = parseSiteEnvironment(process.env);
  const site = await serve({ directory: path.resolve('dist/client'), port: 0, base: basePath });
  const browser = await launchBrowser();
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const origin = new URL(site.url).origin;
  const pages = Object.entries(pagesToLookAt(basePath));
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      for (const [name, address] of pages) {
        await page.goto(origin + address);
        await page.waitForLoadState('networkidle');
        // What lies below the window would stay blank on a picture of the whole page.
        await page.$$eval('img[loading="lazy"]', (images) => {
          for (const image of images) image.setAttribute('loading', 'eager');
        });
        await page.waitForLoadState('networkidle');
        await page.screenshot({
          path: path.join(directory, fileName(name, width, colorScheme)),
          fullPage: true,
        });
      }
      await context.close();
    }
  }
  await browser.close();
  await site.close();
  await writeFile(path.join(directory, 'index.html'), overview(pages.map(([name]) => name)));
  console.log(
    `${pages.length * widths.length * schemes.length} screenshots: ${path.join(directory, 'index.html')}`,
  );
});

function pagesToLookAt(base: string): Record<string, string> {
  const { path: addresses } = createInterface({ language: 'en', base });
  const items = [...iterateSearchItems()];
  const course = (matches: (item: SearchItem) => boolean): string | undefined => {
    const found = items.find((item) => item.card.kind === 'course' && matches(item));
    return found === undefined ? undefined : addresses.course(found.card.slug);
  };
  const program = (type: (type: string | undefined) => boolean): string | undefined => {
    const found = items.find(({ card }) => card.kind === 'program' && type(card.type));
    return found === undefined ? undefined : addresses.program(found.card.slug);
  };
  const firstTerm = (kind: TermKind): string | undefined => {
    const term = getTerms(kind)[0];
    return term === undefined ? undefined : addresses.term(kind, term.slug);
  };
  const run = listCourseRunPaths()[0];
  const catalog = listCatalogPaths()[0];
  const candidates: Record<string, string | undefined> = {
    home: addresses.home(),
    search: addresses.search({ q: 'statistics' }),
    'search-all': addresses.search({}),
    'search-empty': addresses.search({ q: 'xyzzyx' }),
    catalogs: addresses.catalogs(),
    catalog: catalog === undefined ? undefined : addresses.catalog(catalog.slug),
    courses: addresses.courses(),
    course: course(({ card }) => card.kind === 'course' && card.availability === 'open'),
    'course-soon': course(({ card }) => card.kind === 'course' && card.availability === 'soon'),
    'course-closed': course(({ card }) => card.kind === 'course' && card.availability === 'closed'),
    'course-archived': course(
      ({ card }) => card.kind === 'course' && card.availability === 'archived',
    ),
    'course-without-runs': course(
      ({ card }) => card.kind === 'course' && card.availability === undefined,
    ),
    'course-executive': course(({ card }) => card.kind === 'course' && card.isExecutiveEducation),
    'course-arabic': course(({ card }) => card.language?.startsWith('ar') === true),
    'course-japanese': course(({ card }) => card.language?.startsWith('ja') === true),
    run: run === undefined ? undefined : addresses.run(run.course, run.run),
    programs: addresses.programs(),
    program: program((type) => type === 'Professional Certificate'),
    'program-degree': program((type) => type === 'Masters'),
    subjects: addresses.terms('subject'),
    subject: firstTerm('subject'),
    partners: addresses.terms('partner'),
    partner: firstTerm('partner'),
    skills: addresses.terms('skill'),
    skill: firstTerm('skill'),
    about: addresses.about(),
    '404': `${base}no-such-page/`,
  };
  return Object.fromEntries(
    Object.entries(candidates).flatMap(([name, address]) =>
      address === undefined ? [] : [[name, address]],
    ),
  );
}

function fileName(name: string, width: number, scheme: string): string {
  return `${name}-${width}-${scheme}.png`;
}

function overview(names: string[]): string {
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
