import type { Availability, CourseCard, DateText, ItemCard, ProgramCard, Start } from '#catalog';
import type { Interface } from './interface.ts';
import type { MessageKey } from './translate.ts';

export interface CardFact {
  label: string;
  value: string;
  /** Where the value is a date. */
  date?: DateText | undefined;
}

/** The facts of a course's card: four in their columns, three in the row below. */
export function courseCardFacts(card: CourseCard, ui: Interface): (CardFact | undefined)[] {
  const { t } = ui;
  return [
    startFact(card.start, card.availability, ui),
    factOf(t('fact.length'), ui.formatWeeks(card.weeks)),
    factOf(t('fact.effort'), weekly(card, ui)),
    factOf(t('fact.price'), ui.formatPrice(card.price)),
    languageFact(card, ui),
    levelFact(card, ui),
    factOf(t('fact.pacing'), card.pacing && t(`pacing.${card.pacing}`)),
  ];
}

/** The facts of a program's card, in the same places. */
export function programCardFacts(card: ProgramCard, ui: Interface): (CardFact | undefined)[] {
  const { t } = ui;
  return [
    card.courseCount === 0
      ? undefined
      : factOf(t('fact.courses'), ui.formatNumber(card.courseCount)),
    factOf(t('fact.length'), ui.formatLength(card.length)),
    factOf(t('fact.effort'), weekly(card, ui)),
    card.priceRange === undefined
      ? undefined
      : factOf(t('fact.price'), ui.formatMoneyRange(card.priceRange)),
    languageFact(card, ui),
    levelFact(card, ui),
  ];
}

/** A run that has begun "started"; of one that is closed the words leave it open. */
export function startLabel(
  availability: Availability | undefined,
): MessageKey & `fact.start${string}` {
  return availability === undefined ? 'fact.starts' : startLabels[availability];
}

const startLabels = {
  open: 'fact.started',
  soon: 'fact.starts',
  upcoming: 'fact.starts',
  closed: 'fact.start',
  archived: 'fact.started',
} as const satisfies Record<Availability, MessageKey>;

function startFact(
  start: Start | undefined,
  availability: Availability | undefined,
  { t, formatDate }: Interface,
): CardFact | undefined {
  if (start === undefined) return undefined;
  if (start.kind === 'any-time') return { label: t('fact.starts'), value: t('start.anyTime') };
  const value = formatDate(start.date, 'short');
  return value === undefined
    ? undefined
    : { label: t(startLabel(availability)), value, date: start.date };
}

function levelFact({ level }: ItemCard, { t, formatLevel }: Interface): CardFact | undefined {
  return factOf(t('fact.level'), level && formatLevel(level));
}

function languageFact(
  { language }: ItemCard,
  { t, languageName }: Interface,
): CardFact | undefined {
  // Without its country, which is of interest on the page.
  const [primary] = language?.split('-') ?? [];
  return factOf(t('fact.language'), primary && languageName(primary));
}

function weekly({ effort }: ItemCard, { t, formatEffort }: Interface): string | undefined {
  const words = formatEffort(effort);
  return words === undefined ? undefined : t('effort.perWeek', { effort: words });
}

function factOf(label: string, value: string | undefined): CardFact | undefined {
  return value === undefined ? undefined : { label, value };
}
