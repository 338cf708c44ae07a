import { writeDataFolder, type CatalogContents } from '../store/data-folder.ts';
import { catalogs, createCatalog, findCatalogs } from './catalogs.ts';
import { createCourse, type SampleContext } from './create-course.ts';
import { createProgram } from './create-program.ts';
import { createCourseSeeds, type CourseSeed } from './course-seeds.ts';
import { floorToDay } from './dates.ts';
import { createLoneRuns } from './lone-runs.ts';
import { planPrograms } from './program-plans.ts';

export interface SampleOptions {
  /** How many courses the catalogs hold together; 320. */
  courses?: number;
  /** The day from which all dates count; the present one. */
  now?: Date;
  /** Another text gives other prices, people and dates. */
  seed?: string;
}

/**
 * Writes the sample as a data folder: the catalogs of one invented company. The same options give the same
 * bytes; courses are made one by one, so that any number fits in memory.
 */
export function writeSample(directory: string, options: SampleOptions = {}): void {
  const { courses: count = 320, now = new Date(), seed: randomSeed = 'tarnholt' } = options;
  const today = floorToDay(now);
  const programs = planPrograms(collectProgramCourses(count));
  const context: SampleContext = { today, randomSeed, programs };
  const lone = createLoneRuns(context);
  const contents = planContents(count);
  for (const program of programs)
    for (const uuid of program.catalogs) contents[uuid]?.programs.push(program.uuid);
  contents[lone.catalog]?.course_runs.push(...lone.keys);

  writeDataFolder(directory, {
    catalogs: catalogs.map((catalog) => createCatalog(catalog, today)),
    contents,
    courses: createCourses(count, context, lone.unlistedCourse),
    programs: createPrograms(context),
    courseRuns: lone.items,
  });
}

function* createCourses(
  count: number,
  context: SampleContext,
  unlisted: object,
): Generator<object> {
  for (const seed of createCourseSeeds(count)) yield createCourse(seed, context);
  yield unlisted;
}

function* createPrograms(context: SampleContext): Generator<object> {
  for (const plan of context.programs) yield createProgram(plan, context);
}

function planContents(count: number): Record<string, Required<CatalogContents>> {
  const contents: Record<string, Required<CatalogContents>> = {};
  for (const { uuid } of catalogs) contents[uuid] = { courses: [], programs: [], course_runs: [] };
  for (const seed of createCourseSeeds(count)) {
    for (const { uuid } of findCatalogs(seed)) contents[uuid]?.courses.push(seed.key);
  }
  return contents;
}

/** Programs are made of courses written by hand, which come first. */
function collectProgramCourses(count: number): Map<string, CourseSeed> {
  const seeds = new Map<string, CourseSeed>();
  for (const seed of createCourseSeeds(Math.min(count, 400))) seeds.set(seed.key, seed);
  return seeds;
}
