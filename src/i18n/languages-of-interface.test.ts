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
    weeks: '3 weeks',
    position: 'Program, course 2 of 5',
  },
  es: {
    date: '12 de enero de 2027',
    range: '12 ene – 23 feb 2027',
    money: '49,50 US$',
    list: 'A, B y C',
    weeks: '3 semanas',
    position: 'Programa, curso 2 de 5',
  },
  fr: {
    date: '12 janvier 2027',
    range: '12 janv. – 23 févr. 2027',
    money: '49,50 $US',
    list: 'A, B et C',
    weeks: '3 semaines',
    position: 'Programme, cours 2 sur 5',
  },
  de: {
    date: '12. Januar 2027',
    range: '12. Jan. – 23. Feb. 2027',
    money: '49,50 $',
    list: 'A, B und C',
    weeks: '3 Wochen',
    position: 'Programm, Kurs 2 von 5',
  },
  ar: {
    date: '١٢ يناير ٢٠٢٧',
    range: '١٢ يناير – ٢٣ فبراير ٢٠٢٧',
    money: '٤٩٫٥٠ US$',
    list: 'A وB وC',
    weeks: '٣ أسابيع',
    position: 'برنامج، الدورة ٢ من ٥',
  },
  ja: {
    date: '2027年1月12日',
    range: '2027年1月12日～2027年2月23日',
    money: '$49.50',
    list: 'A、B、C',
    weeks: '3週間',
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
    weeks: ui.formatWeeks(3),
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

/** Without marks of direction, and with one kind of space. */
function plain(text: string | undefined): string | undefined {
  return text?.replaceAll(/[\u200E\u200F\u061C]/g, '').replaceAll(/[\u00A0\u202F\u2009]/g, ' ');
}
