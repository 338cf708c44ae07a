import { course } from './course.ts';
import { lists } from './lists.ts';
import { program } from './program.ts';
import { search } from './search.ts';
import { site } from './site.ts';
import { words } from './words.ts';

/** English, in ICU message syntax. Other languages have the same keys with the same arguments. */
export const en = { ...site, ...search, ...words, ...lists, ...course, ...program } as const;
