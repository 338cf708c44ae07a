import type { CourseCard, Effort, ItemCard, ProgramCard } from '#catalog';
import type { Interface } from '#i18n';
import type { SearchCard, SearchCardFact } from './browser/search-card.ts';

/** A card in words: what the components for cards show, for a browser that has no words of its own. */
export function formatCard(card: ItemCard, words: Interface): SearchCard {
  const language = words.languageOf(card.language);
  return {
    ...(card.kind === 'course' ? formatCourse(card, words) : formatProgram(card, words)),
    title: card.title,
    ...(Object.keys(language).length > 0 && { language }),
    hue: card.hue,
    cover: words.path.cover(card.kind, card.slug),
    partners: card.partners.join(', '),
    ...(card.summary !== undefined && { summary: card.summary }),
  };
}

type SpecificPart = Pick<SearchCard, 'url' | 'kind' | 'key' | 'facts' | 'status' | 'warning'>;

function formatCourse(card: CourseCard, words: Interface): SpecificPart {
  const { t, path, formatWeeks, formatPrice, formatAvailability, formatDay } = words;
  const enrollBy = formatDay(card.enrollBy?.date, 'short');
  return {
    url: path.course(card.slug),
    kind: t(card.isExecutiveEducation ? 'kind.executiveEducation' : 'kind.course'),
    key: card.key,
    facts: [
      ...startFact(card, words),
      ...fact(t('fact.length'), formatWeeks(card.weeks)),
      ...fact(t('fact.effort'), formatEffort(card.effort, words)),
      ...fact(t('fact.price'), formatPrice(card.price)),
    ],
    ...(card.availability !== undefined && {
      status: { value: card.availability, word: formatAvailability(card.availability) },
    }),
    ...(enrollBy !== undefined && { warning: t('card.enrollBy', { date: enrollBy }) }),
  };
}

function formatProgram(card: ProgramCard, words: Interface): SpecificPart {
  const { t, path, formatWeeks, formatNumber, formatMoneyRange, formatProgramType } = words;
  return {
    url: path.program(card.slug),
    kind: formatProgramType(card.type),
    facts: [
      ...fact(
        t('fact.courses'),
        card.courseCount === 0 ? undefined : formatNumber(card.courseCount),
      ),
      ...fact(t('fact.length'), formatWeeks(card.weeks)),
      ...fact(t('fact.effort'), formatEffort(card.effort, words)),
      ...fact(
        t('fact.price'),
        card.priceRange === undefined ? undefined : formatMoneyRange(card.priceRange),
      ),
    ],
  };
}

function startFact(card: CourseCard, { t, formatDate }: Interface): SearchCardFact[] {
  if (card.start === undefined) return [];
  if (card.start.kind === 'any-time')
    return [{ label: t('fact.starts'), value: t('start.anyTime') }];
  const value = formatDate(card.start.date, 'short');
  return value === undefined ? [] : [{ label: t('fact.starts'), value, datetime: card.start.date }];
}

function formatEffort(
  effort: Effort | undefined,
  { t, formatEffort: format }: Interface,
): string | undefined {
  const hours = format(effort);
  return hours === undefined ? undefined : t('effort.perWeek', { effort: hours });
}

function fact(label: string, value: string | undefined): SearchCardFact[] {
  return value === undefined ? [] : [{ label, value }];
}
