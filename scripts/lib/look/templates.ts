import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of `src/pages` that writes pages, and the addresses it can write, below the base and the language. */
export interface Template {
  /** The fixed and named parts of its route, such as `courses-course-run`; `home` for the first page. */
  name: string;
  pattern: RegExp;
}

/** A page of a built site. */
export interface BuiltPage {
  /** Its address below the base, such as `courses/kit-stat101x/`; "" is the home page. */
  address: string;
  html: string;
}

/**
 * Every template of the catalogue, as the folder of pages has them: a new route is among them without being
 * entered anywhere. Astro prefers fixed parts to named ones; so does the order.
 */
export function listTemplates(pagesFolder = 'src/pages/[...language]'): Template[] {
  return readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .map((file) => file.replace(/\.astro$/, '').replace(/(?:^|\/)index$/, ''))
    .toSorted((one, other) => routeRank(one).localeCompare(routeRank(other)))
    .map((route) => ({ name: nameOf(route), pattern: patternOf(route) }));
}

/** The pages of a built site in its first language, by the name of the template that wrote them. */
export function readPagesByTemplate(
  client: string,
  templates: readonly Template[] = listTemplates(),
): Map<string, BuiltPage[]> {
  const pages = new Map<string, BuiltPage[]>(templates.map(({ name }) => [name, []]));
  for (const file of readdirSync(client, { recursive: true, encoding: 'utf8' })) {
    if (path.basename(file) !== 'index.html') continue;
    const address = file
      .split(path.sep)
      .slice(0, -1)
      .map((part) => `${part}/`)
      .join('');
    const template = templates.find(({ pattern }) => pattern.test(address));
    if (template === undefined) continue;
    const html = readFileSync(path.join(client, file), 'utf8');
    pages.get(template.name)?.push({ address, html });
  }
  return pages;
}

type Measure = (page: BuiltPage) => number;

/** What can be extreme in a page, by its name: the page with the highest number is the example. */
const extremes: Record<string, Measure> = {
  longest: ({ html }) => html.length,
  emptiest: ({ html }) => -html.length,
  'longest-title': ({ html }) => textOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').length,
};

/** The same in a page about one course or program; in a list it says nothing of the list. */
const extremesOfItems: Record<string, Measure> = {
  'most-runs': ({ address, html }) => html.split(`/${address}`).length,
  'most-skills': ({ html }) => html.split('/skills/').length,
  'most-instructors': ({ html }) => html.split('/instructors/').length,
};

/** The most difficult pages of a template, each once, by the name of what is extreme in it. */
export function pickExtremes(
  template: string,
  pages: readonly BuiltPage[],
): Map<string, BuiltPage> {
  const isOfItems = /^(?:courses|programs)-/.test(template);
  const picked = new Map<string, BuiltPage>();
  for (const [name, measure] of Object.entries({
    ...extremes,
    ...(isOfItems && extremesOfItems),
  })) {
    const extreme = maximumOf(pages, measure);
    if (extreme !== undefined && ![...picked.values()].includes(extreme)) picked.set(name, extreme);
  }
  return picked;
}

function maximumOf(pages: readonly BuiltPage[], measure: Measure): BuiltPage | undefined {
  let [best] = pages;
  for (const page of pages) if (best === undefined || measure(page) > measure(best)) best = page;
  return best;
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim();
}

function nameOf(route: string): string {
  const parts = route.split('/').filter((part) => part !== '' && !part.startsWith('[...'));
  return parts.map((part) => part.replace(/[[\]]/g, '')).join('-') || 'home';
}

/** A rest parameter is the number of a page. */
function patternOf(route: string): RegExp {
  const parts = route.split('/').filter((part) => part !== '');
  const source = parts.map((part) => {
    if (part.startsWith('[...')) return String.raw`(?:\d+\/)?`;
    return part.startsWith('[') ? String.raw`[^/]+\/` : `${part}/`;
  });
  return new RegExp(`^${source.join('')}$`);
}

function routeRank(route: string): string {
  return route.replaceAll('[...', '{').replaceAll('[', '}');
}
