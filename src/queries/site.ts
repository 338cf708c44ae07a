import {
  primaryLanguage,
  type AboutPage,
  type DateText,
  type HomePage,
  type ItemCard,
  type SiteView,
} from '#catalog';
import { getCatalogs } from './catalogs.ts';
import { connect } from './connection.ts';
import {
  allPrograms,
  courseCard,
  courseIndex,
  programCard,
  type IndexEntry,
} from './course-index.ts';
import { getSiteOptions } from './site-options.ts';
import { getTerms } from './terms.ts';

const wallSize = 12;
const leastOnWall = 6;
const startingSoonCount = 4;
const popularSkillCount = 12;

let site: SiteView | undefined;

/** What the frame of every page shows. */
export function getSite(): SiteView {
  site ??= {
    dataDate: dataDate(),
    courseCount: courseIndex().size,
    programCount: allPrograms().length,
    partnerCount: getTerms('partner').length,
  };
  return site;
}

export function getHomePage(): HomePage {
  const entries = [...courseIndex()].filter(([, entry]) => entry.isListed);
  const soon = entries.filter(([, entry]) => entry.availability === 'soon');
  return {
    ...getSite(),
    soonCount: soon.length,
    firstStart: soon[0]?.[1].start,
    anyTimeCount: entries.filter(
      ([, { isAnyTime, availability }]) => isAnyTime && availability === 'open',
    ).length,
    includedCount: entries.filter(([, entry]) => entry.isIncluded).length,
    languages: languagesOf(entries.map(([, entry]) => entry.language)),
    wall: wallOf(entries).map(courseCard),
    featured: findFeatured().cards,
    startingSoon: soon.slice(0, startingSoonCount).map(([id]) => courseCard(id)),
    subjects: getTerms('subject'),
    catalogs: getCatalogs(),
    popularSkills: getTerms('skill')
      .toSorted((one, other) => other.count - one.count)
      .slice(0, popularSkillCount),
  };
}

/** Keys of featured items that the catalogs do not hold, with their place in the configuration. */
export function listUnknownFeatured(): { place: number; key: string }[] {
  return findFeatured().unknown;
}

export function getAboutPage(): AboutPage {
  const { snapshot, catalogs, now } = connect();
  const report = snapshot.report();
  const slugs = new Map(catalogs.map(({ catalog, slug }) => [catalog.uuid, slug]));
  return {
    dataDate: dataDate(),
    failure: failureOf(),
    keptCatalogs: report.catalogs
      .filter(({ state }) => state === 'kept')
      .map(({ uuid, title, readAt }) => ({
        catalog: { name: title, slug: slugs.get(uuid) },
        date: readAt,
      })),
    builtFor: new Date(now).toISOString() satisfies DateText,
    courseCount: report.stored.courses,
    programCount: report.stored.programs,
    runCount: report.stored.runs,
    catalogs: getCatalogs(),
    refused: report.refused.map(({ kind, key, catalog, problems }) => ({
      kind,
      key,
      catalog,
      reason: problems.map(({ path, reason }) => `${path}: ${reason}`).join(' '),
    })),
    noteCount: report.noteCount,
  };
}

function findFeatured(): { cards: ItemCard[]; unknown: { place: number; key: string }[] } {
  const { snapshot } = connect();
  const cards: ItemCard[] = [];
  const unknown: { place: number; key: string }[] = [];
  for (const [place, key] of getSiteOptions().home.featured.entries()) {
    const course = snapshot.slugOf('course', key);
    const program = snapshot.slugOf('program', key);
    if (course !== undefined) cards.push(courseCard(course.id));
    else if (program !== undefined) cards.push(programCard(program.id));
    else unknown.push({ place, key });
  }
  return { cards, unknown };
}

/** When the data was last known to be what the API says: a sync that finds nothing new confirms it too. */
function dataDate(): DateText {
  const { snapshot, attempt } = connect();
  return attempt?.goodAt ?? snapshot.report().finishedAt;
}

function failureOf(): AboutPage['failure'] {
  const { attempt } = connect();
  if (attempt?.outcome !== 'failed' && attempt?.outcome !== 'refused') return undefined;
  return { date: attempt.at, isRefused: attempt.outcome === 'refused' };
}

function languagesOf(languages: (string | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const language of languages) {
    if (language === undefined) continue;
    const primary = primaryLanguage(language);
    counts.set(primary, (counts.get(primary) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([code]) => code);
}

/** Popular courses that can be had, of as many different hues as there are; none where they make no wall. */
function wallOf(entries: [id: number, entry: IndexEntry][]): number[] {
  const popular = entries
    .filter(([, { availability }]) => availability === 'open' || availability === 'soon')
    .toSorted(([, one], [, other]) => other.enrollments - one.enrollments || one.rank - other.rank)
    .slice(0, wallSize * 10)
    .map(([id]) => ({ id, hue: courseCard(id).hue }));
  const chosen: number[] = [];
  for (let round = 0; chosen.length < wallSize && round < wallSize; round += 1) {
    const hues = new Set<string>();
    for (const { id, hue } of popular) {
      if (chosen.length === wallSize) break;
      if (hues.has(hue) || chosen.includes(id)) continue;
      hues.add(hue);
      chosen.push(id);
    }
  }
  return chosen.length < leastOnWall ? [] : chosen;
}
