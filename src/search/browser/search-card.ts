import type { Availability, SubjectHue } from '#catalog';

/** What a result shows, in words of the interface: the content of `search/cards/{id}.json`. */
export interface SearchCard {
  /** Address of the item's page, with the base path. */
  url: string;
  title: string;
  /** Attributes of the title and the summary where they are not in the interface's language. */
  language?: { lang?: string; dir?: 'ltr' | 'rtl' };
  /** "Course", "Executive education", the type of a program. */
  kind: string;
  /** Beside the kind; programs have none, since theirs is a uuid. */
  key?: string;
  hue: SubjectHue;
  /** Address of the cover. */
  cover: string;
  partners: string;
  summary?: string;
  facts: SearchCardFact[];
  status?: { value: Availability; word: string };
  enrollBy?: { words: string; isUrgent: boolean };
}

export interface SearchCardFact {
  /** From 1: each fact keeps its column, so that neighbours compare. */
  column: number;
  label: string;
  value: string;
  /** Where the value is a date. */
  date?: string;
}
