import { course } from './course.ts';
import { lists } from './lists.ts';
import { program } from './program.ts';
import { search } from './search.ts';
import { site } from './site.ts';
import { words } from './words.ts';

/** Spanish. */
export const es = { ...site, ...search, ...words, ...lists, ...course, ...program };
