import { programs as bankPrograms, type BankProgram } from './bank/programs.ts';
import { catalogs, findCatalogs } from './catalogs.ts';
import type { CourseSeed } from './course-seeds.ts';
import { createUrlSlug } from './links.ts';
import { createUuid } from './random.ts';

/** A program of which at least one course is in the sample, or which has none of its own. */
export interface ProgramPlan extends BankProgram {
  place: number;
  uuid: string;
  urlSlug: string;
  /** Uuids of the catalogs that list it; none for those that only courses name. */
  catalogs: readonly string[];
  /** In order, with those that the sample has. */
  seeds: readonly (CourseSeed | string)[];
}

export function planPrograms(seeds: ReadonlyMap<string, CourseSeed>): ProgramPlan[] {
  return bankPrograms
    .map((program, place) => planProgram(program, place, seeds))
    .filter(
      ({ courses, seeds: found }) =>
        courses.length === 0 || found.some((seed) => typeof seed !== 'string'),
    );
}

function planProgram(
  program: BankProgram,
  place: number,
  seeds: ReadonlyMap<string, CourseSeed>,
): ProgramPlan {
  const found = program.courses.map((key) => seeds.get(key) ?? key);
  const own = new Set(found.filter((seed) => typeof seed !== 'string').flatMap(findCatalogs));
  const listing =
    program.courses.length === 0
      ? catalogs.slice(1, 3)
      : catalogs.filter((catalog) => own.has(catalog));
  return {
    ...program,
    place,
    uuid: createUuid(`program:${program.title}`),
    urlSlug: createUrlSlug(program.title, program.partners[0] ?? 'program'),
    catalogs: place % 6 === 4 ? [] : listing.map((catalog) => catalog.uuid),
    seeds: found,
  };
}
