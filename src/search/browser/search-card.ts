import type { Availability, SubjectHue } from '#catalog';

/** What a result shows, in words of the interface: the content of `search/cards/{id}.json`. */
export interface SearchCard {
  /** Address of the item's page, with the base path. */
  url: string;
  title: string;
  /** Attributes for the title and the text where they are not in the interface's language. */
  language?: { lang?: string; dir?: 'ltr' | 'rtl' };
  /** "Course", "Executive education", the type of a program. */
  kind: string;
  /** Shown beside the kind; programs have none, since theirs is a uuid. */
  key?: string;
  hue: SubjectHue;
  /** Address of the cover. */
  cover: string;
  partners: string;
  summary?: string;
  facts: SearchCardFact[];
  status?: { value: Availability; word: string };
  /** "enroll by 8 Jan", where that is a warning. */
  warning?: string;
}

export interface SearchCardFact {
  label: string;
  value: string;
  /** Of a value that is a date. */
  datetime?: string;
}
