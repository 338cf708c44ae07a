import type { Availability, SubjectHue } from '#catalog';

/** What a result shows, in words of the interface: the content of `search/cards/{id}.json`. */
export interface SearchCard {
  /** Address of the item's page, with the base path. */
  url: string;
  title: string;
  /** Attributes of the title and the summary where they are not in the interface's language. */
  language?: { lang?: string; dir?: 'auto' | 'ltr' | 'rtl' };
  /** "Course", "Executive education", the type of a program. */
  kind: string;
  /** Beside the kind; of a program the keys of its partners, since its own is a uuid. */
  key?: string;
  hue: SubjectHue;
  /** Address of the cover. */
  cover: string;
  partners: string;
  /** Of the only partner. */
  logo?: { src: string; width: number; height: number; ink?: 'light' | 'dark' };
  summary?: string;
  facts: SearchCardFact[];
  status?: { value: Availability; word: string };
  enrollBy?: { words: string; isUrgent: boolean };
  /** Those that hold it, in words. */
  catalogs?: string;
}

export interface SearchCardFact {
  /** From 1: each fact keeps its place, four in the first row, so that neighbours compare. */
  column: number;
  label: string;
  value: string;
  /** Where the value is a date. */
  date?: string;
}
