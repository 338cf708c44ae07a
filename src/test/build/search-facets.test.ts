import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  courseCardOf,
  levelKeyOf,
  primaryLanguage,
  programCardOf,
  type ItemCard,
  type ProgramCard,
} from '#catalog';
import { createInterface } from '#i18n';
import {
  createSearchSource,
  formatState,
  listChosen,
  parseState,
  withToggled,
  type FacetName,
  type SearchSource,
  type SearchState,
} from '#search/browser';
import { openCurrentSnapshot, type SnapshotReader } from '#snapshot';
import { testNow } from '../builders.ts';
import { createRandom } from '../random-faults.ts';
import { startStaticServer, type StaticServer } from '../static-server.ts';

const sample = inject('sampleSite');
const { path: addresses } = createInterface({ language: 'en', base: '/' });
const compared = [
  'kind',
  'subject',
  'level',
  'length',
  'effort',
  'price',
  'pacing',
  'partner',
  'language',
  'catalog',
] as const satisfies FacetName[];

let server: StaticServer;
let source: SearchSource;
let items: ComparedItem[];

interface ComparedItem {
  url: string;
  values: Partial<Record<FacetName, string[]>>;
}

beforeAll(async () => {
  server = await startStaticServer(sample.root);
  source = createSearchSource({ base: server.url, home: server.url });
  items = readItems(openCurrentSnapshot(sample.snapshotDir));
});

afterAll(() => server.close());

test('each combination of filters finds and counts what the snapshot says', async () => {
  const seed = 20_261_201;
  const random = createRandom(seed);
  let found = 0;
  for (let round = 0; round < 150; round += 1) {
    const state = randomState(random);
    const address = formatState(state);
    const answer = await source.search(state);
    const expected = items.filter((item) => matches(item, state));
    const cards = await source.fetchCards(answer.rows);
    const counts = await source.countFacets(state, compared);

    expect([address, answer.count]).toEqual([address, expected.length]);
    expect(expected.map(({ url }) => url)).toEqual(
      expect.arrayContaining(cards.map(({ url }) => url)),
    );
    for (const facet of compared)
      expect([address, facet, countsOf(counts[facet])]).toEqual([
        address,
        facet,
        countByHand(facet, state),
      ]);
    found += expected.length;
  }

  expect(items.length).toBeGreaterThanOrEqual(300);
  expect(found).toBeGreaterThan(1000);
});

function randomState(random: () => number): SearchState {
  const pick = <Value>(values: readonly Value[]): Value | undefined =>
    values[Math.floor(random() * values.length)];
  let state = parseState('');
  for (let count = Math.floor(random() * 5); count >= 0; count -= 1) {
    const facet = pick(compared) ?? 'kind';
    const value = pick(pick(items)?.values[facet] ?? []);
    if (value !== undefined) state = withToggled(state, { facet, value });
  }
  return state;
}

function matches({ values }: ComparedItem, { chosen }: SearchState, except?: FacetName): boolean {
  const facets = new Set(listChosen(chosen).map(({ facet }) => facet));
  return [...facets].every(
    (facet) => facet === except || values[facet]?.some((value) => chosen[facet].includes(value)),
  );
}

function countByHand(facet: FacetName, state: SearchState): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    if (!matches(item, state, facet)) continue;
    for (const value of item.values[facet] ?? []) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function countsOf(
  facet: { values: string[]; counts: number[] } | undefined,
): Record<string, number> {
  const counted = facet?.values.map((value, place) => [value, facet.counts[place] ?? 0] as const);
  return Object.fromEntries(counted?.filter(([, count]) => count > 0) ?? []);
}

/** The values of every item, read from the snapshot without the code that fills the index. */
function readItems(snapshot: SnapshotReader): ComparedItem[] {
  const catalogs = new Map(snapshot.catalogs().map(({ catalog, slug }) => [catalog.uuid, slug]));
  const read: ComparedItem[] = [];
  for (const kind of ['course', 'program'] as const) {
    for (const { slug, item: outline } of snapshot.outlines(kind)) {
      if (outline.isExcludedFromSearch) continue;
      const item = snapshot.findByKey(kind, outline.key)?.item;
      if (item === undefined) continue;
      const card =
        outline.kind === 'course'
          ? courseCardOf(outline, slug, testNow)
          : programCardOf(outline, slug);
      const languages =
        item.kind === 'course' ? item.runs.map((run) => run.language) : item.languages;
      read.push({
        url: addresses[kind](slug),
        values: {
          kind: [kindOf(card)],
          subject: item.subjects.map(({ key }) => snapshot.termSlug('subject', key) ?? ''),
          level: item.level === undefined ? [] : [levelKeyOf(item.level)],
          partner: item.partners.map(({ key }) => snapshot.termSlug('partner', key) ?? ''),
          language: [...new Set([item.language, ...languages])]
            .flatMap((code) => (code === undefined ? [] : primaryLanguage(code)))
            .filter((code, place, all) => all.indexOf(code) === place),
          catalog: snapshot
            .memberships(kind, item.key)
            .flatMap(({ catalogUuid }) => catalogs.get(catalogUuid) ?? []),
          ...bandsOf(card),
          pacing: pacingOf(snapshot, card),
        },
      });
    }
  }
  return read;
}

function kindOf(card: ItemCard): string {
  if (card.kind === 'program') return 'program';
  return card.isExecutiveEducation ? 'executive-education' : 'course';
}

function pacingOf(snapshot: SnapshotReader, card: ItemCard): string[] {
  if (card.kind === 'course') return card.pacing === undefined ? [] : [card.pacing];
  const pacings = new Set(
    snapshot.programCourseKeys(card.key).flatMap((key) => {
      const course = snapshot.outlineByKey('course', key);
      return course === undefined ? [] : (courseCardOf(course.item, '', testNow).pacing ?? []);
    }),
  );
  return pacings.size > 1 ? ['mixed'] : [...pacings];
}

function bandsOf(card: ItemCard): Pick<ComparedItem['values'], 'length' | 'effort' | 'price'> {
  const weeks = card.kind === 'course' ? card.weeks : weeksOf(card);
  return {
    length: bandOf(weeks, [4, 8, 12], ['up-to-4', '5-to-8', '9-to-12', 'over-12'], 'weeks'),
    effort: bandOf(
      card.effort?.max,
      [3, 6, 10],
      ['up-to-3', '4-to-6', '7-to-10', 'over-10'],
      'hours',
    ),
    price: priceOf(card),
  };
}

function weeksOf({ length }: ProgramCard): number | undefined {
  if (length?.kind === 'range') return length.max;
  return length?.kind === 'sum' ? length.weeks : undefined;
}

function priceOf(card: ItemCard): string[] {
  const bands = ['up-to-100', '100-to-250', '250-to-1000', 'over-1000'];
  const amountBand = (cents: number | undefined) =>
    bandOf(cents === undefined ? undefined : cents / 100, [100, 250, 1000], bands, 'usd');
  if (card.kind === 'program') return amountBand(card.priceRange?.min.cents);
  if (card.price?.isIncluded === true) return ['included'];
  return card.price?.isFree === true ? ['free'] : amountBand(card.price?.amount?.cents);
}

function bandOf(
  amount: number | undefined,
  limits: readonly number[],
  names: readonly string[],
  unit: string,
): string[] {
  if (amount === undefined) return [];
  const place = limits.filter((limit) => limit < amount).length;
  return [`${names[place] ?? ''}-${unit}`];
}
