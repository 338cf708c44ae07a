import {
  enrollByWarningDays,
  type CourseCard,
  type ItemCard,
  type Picture,
  type ProgramCard,
} from '#catalog';
import { courseCardFacts, programCardFacts, type CardFact, type Interface } from '#i18n';
import type { SearchCard, SearchCardFact } from './browser/search-card.ts';

/** A card in words: what the components for cards show, for a browser that has no words of its own. */
export function formatCard(card: ItemCard, words: Interface): SearchCard {
  const language = words.languageOf(card.language);
  return {
    ...(card.kind === 'course' ? formatCourse(card, words) : formatProgram(card, words)),
    title: card.title,
    ...(Object.keys(language).length > 0 && { language }),
    hue: card.hue,
    cover: coverOf(card, words),
    partners: card.partners.join(words.separator),
    ...(card.logo !== undefined && { logo: logoOf(card.logo, words) }),
    ...(card.summary !== undefined && { summary: card.summary }),
    ...(card.catalogs.length > 0 && {
      catalogs: words.t('card.catalogs', { catalogs: card.catalogs.join(words.separator) }),
    }),
  };
}

type SpecificPart = Pick<SearchCard, 'url' | 'kind' | 'key' | 'facts' | 'status' | 'enrollBy'>;

function formatCourse(card: CourseCard, words: Interface): SpecificPart {
  const { t, path, formatAvailability, formatDay } = words;
  const { availability, enrollBy } = card;
  const lastDay = formatDay(enrollBy?.date, 'short');
  return {
    url: path.course(card.slug),
    kind: t(card.isExecutiveEducation ? 'kind.executiveEducation' : 'kind.course'),
    key: card.key,
    facts: inColumns(courseCardFacts(card, words)),
    ...(availability !== undefined && {
      status: { value: availability, word: formatAvailability(availability) },
    }),
    ...(enrollBy !== undefined &&
      lastDay !== undefined && {
        enrollBy: {
          words: t('card.enrollBy', { date: lastDay }),
          isUrgent: enrollBy.daysLeft <= enrollByWarningDays,
        },
      }),
  };
}

function formatProgram(card: ProgramCard, words: Interface): SpecificPart {
  return {
    url: words.path.program(card.slug),
    kind: words.formatProgramType(card.type),
    ...(card.partnerKeys.length > 0 && { key: card.partnerKeys.join(', ') }),
    facts: inColumns(programCardFacts(card, words)),
  };
}

/** The smallest file of its picture is what a card's frame needs. */
function coverOf({ kind, slug, picture }: ItemCard, { path }: Interface): string {
  const [smallest] = picture?.files ?? [];
  return smallest === undefined ? path.cover(kind, slug) : path.picture(smallest.name);
}

function logoOf(
  { files, width, height, ink }: Picture,
  { path }: Interface,
): NonNullable<SearchCard['logo']> {
  return {
    src: path.picture(files[0]?.name ?? ''),
    width,
    height,
    ...(ink !== undefined && { ink }),
  };
}

function inColumns(facts: readonly (CardFact | undefined)[]): SearchCardFact[] {
  return facts.flatMap((fact, index) => {
    if (fact === undefined) return [];
    const { label, value, date } = fact;
    return { column: index + 1, label, value, ...(date !== undefined && { date }) };
  });
}
