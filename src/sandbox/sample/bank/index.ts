import { business } from './courses/business.ts';
import { computing } from './courses/computing.ts';
import { data } from './courses/data.ts';
import { design } from './courses/design.ts';
import { eastAsian } from './courses/east-asian.ts';
import { engineering } from './courses/engineering.ts';
import { executive } from './courses/executive.ts';
import { german } from './courses/german.ts';
import { humanities } from './courses/humanities.ts';
import { life } from './courses/life.ts';
import { rightToLeft } from './courses/right-to-left.ts';
import { romance } from './courses/romance.ts';
import { society } from './courses/society.ts';
import type { BankCourse } from './types.ts';

/** The shelves of written courses; the sample takes from each in turn, so that a small one is mixed too. */
export const shelves: readonly (readonly BankCourse[])[] = [
  data,
  computing,
  business,
  executive,
  engineering,
  romance,
  life,
  society,
  eastAsian,
  humanities,
  design,
  rightToLeft,
  german,
];

export const executiveKeys: ReadonlySet<string> = new Set(executive.map((course) => course.key));
