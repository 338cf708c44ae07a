import type { ContentStore } from '../store/content-store.ts';

/** How far into each catalog the sample looks for courses. */
const coursesOfCatalog = 40;

/** What the sample needs of the catalogs that the sandbox serves. */
export type CatalogSource = Pick<ContentStore, 'listCatalogs' | 'listContent'>;

/** A course run as the learner summary describes it. */
export interface RunFacts {
  courseKey: string;
  runKey: string;
  title: string | null;
  pacing: string | null;
  /** YYYY-MM-DD */
  start: string | null;
  end: string | null;
  weeks: number | null;
  minimumEffort: number | null;
  maximumEffort: number | null;
  program: string | null;
  programType: string | null;
  subject: string | null;
  price: number | null;
}

export interface CatalogCourses {
  catalog: string;
  customer: string;
  runs: RunFacts[];
}

interface RunItem {
  key: string;
  course?: string;
  title?: string | null;
  pacing_type?: string | null;
  start?: string | null;
  end?: string | null;
  weeks_to_complete?: number | null;
  min_effort?: number | null;
  max_effort?: number | null;
  programs?: { title?: string | null; type?: string | null }[] | null;
  seats?: { price?: string | number | null }[] | null;
}

interface CourseItem {
  key?: string;
  course_runs?: RunItem[] | null;
  programs?: RunItem['programs'];
  subjects?: { name?: string | null }[] | null;
}

/** The runs of the first courses of every catalog. */
export function readSampleCourses(source: CatalogSource): CatalogCourses[] {
  return source.listCatalogs(0, 100).map((body) => {
    const { uuid, enterprise_customer: customer } = JSON.parse(body.toString()) as {
      uuid: string;
      enterprise_customer: string;
    };
    const runs: RunFacts[] = [];
    for (const item of source.listContent(uuid, 0, coursesOfCatalog)) {
      const course = JSON.parse(item.toString()) as CourseItem;
      for (const run of course.course_runs ?? []) {
        runs.push(describeRun(run, course));
      }
    }
    return { catalog: uuid, customer, runs };
  });
}

/** A run given as the JSON text that its own address answers with. */
export function parseRun(item: Buffer): RunFacts {
  return describeRun(JSON.parse(item.toString()) as RunItem);
}

function describeRun(run: RunItem, course: CourseItem = {}): RunFacts {
  const [program] = course.programs ?? run.programs ?? [];
  const prices = (run.seats ?? []).map(({ price }) => Number(price ?? 0));
  return {
    courseKey: course.key ?? run.course ?? run.key,
    runKey: run.key,
    title: run.title ?? null,
    pacing: run.pacing_type ?? null,
    start: toDay(run.start),
    end: toDay(run.end),
    weeks: run.weeks_to_complete ?? null,
    minimumEffort: run.min_effort ?? null,
    maximumEffort: run.max_effort ?? null,
    program: program?.title ?? null,
    programType: program?.type ?? null,
    subject: course.subjects?.[0]?.name ?? null,
    price: prices.length === 0 ? null : Math.max(...prices),
  };
}

function toDay(moment: string | null | undefined): string | null {
  return moment?.slice(0, 10) ?? null;
}
