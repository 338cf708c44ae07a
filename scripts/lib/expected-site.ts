import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  listPrivateValues,
  readSiteConfig,
  type EnvironmentVariables,
  type SiteEnvironment,
} from '#config';
import { termKinds } from '#catalog';
import { createInterface, type Interface, type Paths } from '#i18n';
import {
  iterateSearchItems,
  listCatalogPaths,
  listCourseListPages,
  listCoursePaths,
  listCourseRunPaths,
  listDatedListPages,
  listProgramListPages,
  listProgramPaths,
  listTermPaths,
} from '#queries';
import type { SiteExpectations } from '#site-check';

/** What a render of the current snapshot must have written. A new route names its pages here. */
export function expectedSite(
  environment: SiteEnvironment,
  { variables, serverDirectory }: { variables: EnvironmentVariables; serverDirectory: string },
): SiteExpectations {
  const { siteUrl, basePath: base, siteConfigFile } = environment;
  const { languages } = readSiteConfig(siteConfigFile);
  const interfaces = languages.map((language) => createInterface({ language, base, languages }));
  return {
    siteUrl,
    base,
    pages: expectedPages(interfaces),
    searchable: new Map(
      interfaces.map(({ path: addresses }) => [
        addresses.home().slice(base.length),
        searchableAddresses(addresses),
      ]),
    ),
    publicFiles: listPublicFiles(path.resolve('public')),
    namedOnDemand: listNamedOnDemand(serverDirectory),
    privateValues: listPrivateValues(variables),
  };
}

function* expectedPages(interfaces: readonly Interface[]): Generator<string> {
  for (const { path } of interfaces) yield* pagesOfLanguage(path);
  const [first] = interfaces;
  if (first !== undefined) yield first.path.file('404.html');
}

function* pagesOfLanguage(addresses: Paths): Generator<string> {
  yield* [addresses.home(), addresses.about(), addresses.search()];
  yield addresses.catalogs();
  for (const { slug, page } of listCatalogPaths()) yield addresses.catalog(slug, page);
  for (const page of listCourseListPages()) yield addresses.courses(page);
  for (const { course } of listCoursePaths()) yield addresses.course(course);
  for (const { course, run } of listCourseRunPaths()) yield addresses.run(course, run);
  for (const page of listDatedListPages('starting-soon')) yield addresses.startingSoon(page);
  for (const page of listDatedListPages('closing-soon')) yield addresses.closingSoon(page);
  for (const page of listProgramListPages()) yield addresses.programs(page);
  for (const { program } of listProgramPaths()) yield addresses.program(program);
  for (const kind of termKinds) {
    yield addresses.terms(kind);
    for (const { slug, page } of listTermPaths(kind)) yield addresses.term(kind, slug, page);
  }
}

function* searchableAddresses(addresses: Paths): Generator<string> {
  for (const { card } of iterateSearchItems()) yield addresses[card.kind](card.slug);
}

/** Styles and scripts of the admin area, by the code that renders it. */
function* listNamedOnDemand(serverDirectory: string): Generator<string> {
  for (const file of readdirSync(serverDirectory, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.mjs')) continue;
    const code = readFileSync(path.join(serverDirectory, file), 'utf8');
    yield* [...code.matchAll(/_astro\/[\w.@-]+/g)].map(([name]) => name);
  }
}

function listPublicFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
}
