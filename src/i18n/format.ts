import type { DateText, Money } from '#catalog';

/** "12 January 2027", "12 Jan 2027". */
export type DateForm = 'long' | 'short';

export interface Formatters {
  /** Undefined for a date that is missing or can't be read. */
  formatDate: (date: DateText | undefined, form?: DateForm) => string | undefined;
  /** A day without its year: "12 January", "12 Jan". */
  formatDay: (date: DateText | undefined, form?: DateForm) => string | undefined;
  /** "January 2027", of "2027-01". */
  formatMonth: (month: string) => string | undefined;
  /** Where one end is missing, the other alone; undefined where both are. */
  formatDateRange: (
    start: DateText | undefined,
    end: DateText | undefined,
    form?: DateForm,
  ) => string | undefined;
  /** Whole amounts without decimals: "$149", "$49.50". */
  formatMoney: (money: Money) => string;
  formatMoneyRange: (range: { min: Money; max: Money }) => string;
  formatNumber: (value: number) => string;
  /** A country by its code: "Switzerland". */
  formatRegion: (code: string) => string;
  /** "English, Español and 日本語". */
  formatList: (items: readonly string[]) => string;
  /** Between names in a row: ", ". */
  separator: string;
  /** Between sentences: a space, where the language has one. */
  sentenceGap: string;
}

export interface FormatLocales {
  /** Between names in a row, where it is not a comma and a space. */
  separator?: string;
  /** Between sentences, where it is not a space. */
  sentenceGap?: string;
  /** Joins two dates where `Intl` would write both in numbers, unlike dates that stand alone. */
  rangeSign?: string;
  dates: string;
  numbers: string;
}

/**
 * Formatters of one language. A static page can't know the reader's zone, so instants are shown as their
 * calendar day in UTC; a calendar day stays the same day everywhere.
 */
export function createFormatters(locales: FormatLocales): Formatters {
  const dates = {
    long: dateFormat(locales.dates, { day: 'numeric', month: 'long', year: 'numeric' }),
    short: dateFormat(locales.dates, { day: 'numeric', month: 'short', year: 'numeric' }),
  };
  const days = {
    long: dateFormat(locales.dates, { day: 'numeric', month: 'long' }),
    short: dateFormat(locales.dates, { day: 'numeric', month: 'short' }),
  };
  const months = dateFormat(locales.dates, { month: 'long', year: 'numeric' });
  const numbers = new Intl.NumberFormat(locales.numbers, { maximumFractionDigits: 1 });
  const regions = new Intl.DisplayNames(locales.dates, { type: 'region' });
  const lists = new Intl.ListFormat(locales.dates, { type: 'conjunction' });
  const money = new Map<string, Intl.NumberFormat>();

  const formatMoney = ({ cents, currency }: Money): string => {
    const digits = cents % 100 === 0 ? 0 : 2;
    const id = `${currency} ${digits}`;
    const format = money.get(id) ?? moneyFormat(locales.numbers, currency, digits);
    money.set(id, format);
    return keepCurrencyTogether(format.format(cents / 100));
  };

  return {
    formatDate: (date, form = 'long') => formatWith(dates[form], date),
    formatDay: (date, form = 'long') => formatWith(days[form], date),
    formatMonth: (month) => formatWith(months, month),
    formatDateRange: (start, end, form = 'long') => {
      const from = parseDay(start);
      const to = parseDay(end);
      if (from === undefined || to === undefined || to < from)
        return formatWith(dates[form], start ?? end);
      const { rangeSign } = locales;
      if (rangeSign !== undefined) {
        return dates[form].format(from) + rangeSign + dates[form].format(to);
      }
      // Some ICU versions write thin spaces around the dash.
      return dates[form].formatRange(from, to).replaceAll('\u2009', ' ');
    },
    formatMoney,
    formatMoneyRange: ({ min, max }) =>
      min.cents === max.cents ? formatMoney(min) : `${formatMoney(min)}–${formatMoney(max)}`,
    formatNumber: (value) => numbers.format(value),
    formatRegion: (code) => regions.of(code) ?? code,
    formatList: (items) => lists.format(items),
    separator: locales.separator ?? ', ',
    sentenceGap: locales.sentenceGap ?? ' ',
  };
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
}

function moneyFormat(locale: string, currency: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Among words from right to left the sign of "US$" would move before its letters, were it not held there. */
function keepCurrencyTogether(amount: string): string {
  return amount.startsWith('\u200F') ? amount.replace(/(?<=[A-Z])\$/, '$&\u200E') : amount;
}

function formatWith(format: Intl.DateTimeFormat, date: DateText | undefined): string | undefined {
  const day = parseDay(date);
  return day === undefined ? undefined : format.format(day);
}

function parseDay(date: DateText | undefined): number | undefined {
  if (date === undefined) return undefined;
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : time;
}
