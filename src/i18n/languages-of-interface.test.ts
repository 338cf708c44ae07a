import { describe, expect, test } from 'vitest';
import type { InterfaceLanguage } from '#catalog';
import { createInterface } from './index.ts';

const amount = { cents: 4_950, currency: 'USD' };

const cases: Record<InterfaceLanguage, Record<string, string>> = {
  en: {
    date: '12 January 2027',
    range: '12 Jan – 23 Feb 2027',
    money: '$49.50',
    list: 'A, B and C',
    row: 'A, B',
    weeks: '3 weeks',
    weeksRange: '5–12 weeks',
    effort: '3–5 h/week',
    littleEffort: 'up to 2 h',
    position: 'Program, course 2 of 5',
  },
  es: {
    date: '12 de enero de 2027',
    range: '12 ene – 23 feb 2027',
    money: '49,50 US$',
    list: 'A, B y C',
    row: 'A, B',
    weeks: '3 semanas',
    weeksRange: '5–12 semanas',
    effort: '3–5 h/semana',
    littleEffort: 'hasta 2 h',
    position: 'Programa, curso 2 de 5',
  },
  fr: {
    date: '12 janvier 2027',
    range: '12 janv. – 23 févr. 2027',
    money: '49,50 $US',
    list: 'A, B et C',
    row: 'A, B',
    weeks: '3 semaines',
    weeksRange: '5–12 semaines',
    effort: '3–5 h/semaine',
    littleEffort: 'jusqu’à 2 h',
    position: 'Programme, cours 2 sur 5',
  },
  de: {
    date: '12. Januar 2027',
    range: '12. Jan. – 23. Feb. 2027',
    money: '49,50 $',
    list: 'A, B und C',
    row: 'A, B',
    weeks: '3 Wochen',
    weeksRange: '5–12 Wochen',
    effort: '3–5 h/Woche',
    littleEffort: 'bis 2 h',
    position: 'Programm, Kurs 2 von 5',
  },
  ar: {
    date: '١٢ يناير ٢٠٢٧',
    range: '١٢ يناير – ٢٣ فبراير ٢٠٢٧',
    money: '٤٩٫٥٠ US$',
    list: 'A وB وC',
    row: 'A، B',
    weeks: '٣ أسابيع',
    weeksRange: '٥–١٢ أسبوعًا',
    effort: '٣–٥ ساعات أسبوعيًا',
    littleEffort: 'حتى ساعتين',
    position: 'برنامج، الدورة ٢ من ٥',
  },
  ja: {
    date: '2027年1月12日',
    range: '2027年1月12日～2027年2月23日',
    money: '$49.50',
    list: 'A、B、C',
    row: 'A、B',
    weeks: '3週間',
    weeksRange: '5～12週間',
    effort: '週3～5時間',
    littleEffort: '最大2時間',
    position: 'プログラム、全5コース中の2番目',
  },
};

describe.each(Object.entries(cases))('%s', (language, words) => {
  const ui = createInterface({ language: language as InterfaceLanguage, base: '/' });
  const said = {
    date: ui.formatDate('2027-01-12'),
    range: ui.formatDateRange('2027-01-12', '2027-02-23', 'short'),
    money: ui.formatMoney(amount),
    list: ui.formatList(['A', 'B', 'C']),
    row: ['A', 'B'].join(ui.separator),
    weeks: ui.formatWeeks(3),
    weeksRange: ui.formatWeeks({ min: 5, max: 12 }),
    effort: ui.t('effort.perWeek', { effort: ui.formatEffort({ min: 3, max: 5 }) ?? '' }),
    littleEffort: ui.formatEffort({ max: 2 }),
    position: ui.t('course.position', {
      type: ui.formatProgramType(undefined),
      position: 2,
      total: 5,
    }),
  };

  test.each(Object.entries(words))('%s is "%s"', (name, expected) => {
    expect(plain(said[name as keyof typeof said])).toBe(expected);
  });
});

test('among Arabic words the sign of a dollar stays behind its letters', () => {
  const ui = createInterface({ language: 'ar', base: '/' });

  expect(ui.formatMoney(amount)).toMatch(/US\$\u200E$/);
  expect(ui.formatMoneyRange({ min: amount, max: { ...amount, cents: 9_900 } })).toMatch(
    /US\$\u200E–\u200F?[٠-٩]+.US\$\u200E$/,
  );
  expect(ui.formatMoney({ ...amount, currency: 'EUR' })).not.toContain('\u200E');
});

/** Without marks of direction, and with one kind of space. */
function plain(text: string | undefined): string | undefined {
  return text?.replaceAll(/[\u200E\u200F\u061C]/g, '').replaceAll(/[\u00A0\u202F\u2009]/g, ' ');
}
