import type { Interface } from '#i18n';
import type { FoundTerm, PluralForms } from '#search/browser';
import { pluralForms } from '../search/search-messages.ts';

/** What suggestions say, in words of a language: the content of `search/suggestion-words.json`. */
export interface SuggestionWords {
  /** BCP 47, of its numbers. */
  locale: string;
  /** Of the whole list. */
  list: string;
  courses: string;
  programs: string;
  terms: string;
  recent: string;
  forget: string;
  /** {count} suggestions. */
  count: PluralForms;
  kinds: Record<FoundTerm['kind'], string>;
}

export function createSuggestionWords(ui: Interface): SuggestionWords {
  const { t, locale } = ui;
  return {
    locale,
    list: t('suggest.list'),
    courses: t('fact.courses'),
    programs: t('site.programs'),
    terms: t('suggest.terms'),
    recent: t('suggest.recent'),
    forget: t('suggest.forget'),
    count: pluralForms(ui, (count) => t('suggest.count', { count })),
    kinds: { subject: t('kind.subject'), skill: t('kind.skill'), partner: t('kind.partner') },
  };
}
