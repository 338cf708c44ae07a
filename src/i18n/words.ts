import type { Availability, Effort, Price, ProgramLength, TermKind } from '#catalog';
import type { Formatters } from './format.ts';
import { nameOfLanguage, type Direction } from './languages.ts';
import type { MessageKey, Translator } from './translate.ts';

/** The words for the values that cards, facts and results have in common. */
export interface Words {
  /** "6 weeks", "5–12 weeks". */
  formatWeeks: (weeks: number | { min: number; max: number } | undefined) => string | undefined;
  /** "8 months", "5–12 weeks", or what the API says. */
  formatLength: (length: ProgramLength | undefined) => string | undefined;
  /** "3–5 h", "up to 5 h". */
  formatEffort: (effort: Effort | undefined) => string | undefined;
  /** A level that the API words in a way we don't know stays as it is. */
  formatLevel: (level: string) => string;
  /** Most are called as the API calls them; a language is in its own words. */
  formatTerm: (kind: TermKind, name: string) => string;
  formatAvailability: (availability: Availability) => string;
  /** "Included", "Free" or the amount. */
  formatPrice: (price: Price | undefined) => string | undefined;
  /** What a program is, from the API's word for its type: "MicroMasters program", "Master’s degree". */
  formatProgramType: (type: string | undefined) => string;
}

export function createWords(
  { t }: Translator,
  { formatMoney }: Formatters,
  direction: Direction,
): Words {
  const formatWeeks: Words['formatWeeks'] = (weeks) => {
    if (weeks === undefined) return undefined;
    if (typeof weeks === 'number') return t('count.weeks', { count: weeks });
    if (weeks.min === weeks.max) return t('count.weeks', { count: weeks.max });
    return t('count.weeksRange', { min: weeks.min, max: weeks.max });
  };

  const formatLevel: Words['formatLevel'] = (level) => {
    const key = levels[level.toLowerCase()];
    return key === undefined ? level : t(key);
  };

  return {
    formatWeeks,
    formatLength: (length) => {
      if (length === undefined) return undefined;
      if (length.kind === 'stated') return isolate(length.words, direction);
      if (length.kind === 'range') return formatWeeks(length);
      const sum = t(`count.${length.unit}`, { count: length.count });
      return length.isPartial ? t('count.atLeast', { length: sum }) : sum;
    },
    formatLevel,
    formatTerm: (kind, name) => {
      if (kind === 'level') return formatLevel(name);
      return kind === 'language' ? nameOfLanguage(name) : name;
    },
    formatEffort: (effort) => {
      if (effort === undefined) return undefined;
      const { min, max } = effort;
      if (min === undefined || min === 0) return t('effort.upTo', { max });
      return min === max ? t('effort.exact', { max }) : t('effort.range', { min, max });
    },
    formatAvailability: (availability) => t(`availability.${availability}`),
    formatPrice: (price) => {
      if (price === undefined) return undefined;
      if (price.isIncluded) return t('price.included');
      if (price.isFree) return t('price.free');
      return price.amount === undefined ? undefined : formatMoney(price.amount);
    },
    formatProgramType: (type) => {
      if (type === undefined) return t('programType.none');
      const known = degreeTypes[type.toLowerCase()];
      if (known !== undefined) return t(known);
      return /\b(?:program|degree)$/i.test(type) ? type : t('programType.named', { type });
    },
  };
}

/** Words of an unknown language keep their order on a page that is written from right to left. */
function isolate(words: string, direction: Direction): string {
  return direction === 'rtl' ? `\u2068${words}\u2069` : words;
}

const levels: Record<
  string,
  MessageKey & `level.${'introductory' | 'intermediate' | 'advanced' | 'high-school'}`
> = {
  introductory: 'level.introductory',
  intermediate: 'level.intermediate',
  advanced: 'level.advanced',
  'high school': 'level.high-school',
};

const degreeTypes: Record<
  string,
  MessageKey & `programType.${'masters' | 'bachelors' | 'doctorate'}`
> = {
  masters: 'programType.masters',
  bachelors: 'programType.bachelors',
  doctorate: 'programType.doctorate',
};
