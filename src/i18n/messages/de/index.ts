import { course } from './course.ts';
import { lists } from './lists.ts';
import { program } from './program.ts';
import { search } from './search.ts';
import { site } from './site.ts';
import { words } from './words.ts';

/** German. */
export const de = { ...site, ...search, ...words, ...lists, ...course, ...program };
