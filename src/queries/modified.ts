import { termKinds, type DateText, type TermKind } from '#catalog';
import { connect } from './connection.ts';
import { hasTermPage } from './term-counts.ts';

/** A page, or the first one of a list, and when the newest of what it shows was changed at the source. */
export type ModifiedPage = { modified: DateText } & (
  | { kind: 'course' | 'program' | 'catalog'; slug: string }
  | { kind: 'term'; term: TermKind; slug: string }
  | { kind: 'home' | 'courses' | 'programs' }
);

/** Pages whose items the source dates; of the others nothing is known. */
export function* iterateModified(): Generator<ModifiedPage> {
  const { snapshot, catalogs } = connect();
  const dates = { course: new Map<number, DateText>(), program: new Map<number, DateText>() };
  for (const kind of ['course', 'program'] as const) {
    for (const { id, slug, modified } of snapshot.modifiedDates(kind)) {
      dates[kind].set(id, modified);
      yield { kind, slug, modified };
    }
  }
  const newestOf = (courses: Iterable<number>, programs: Iterable<number>) =>
    newest([
      ...Array.from(courses, (id) => dates.course.get(id)),
      ...Array.from(programs, (id) => dates.program.get(id)),
    ]);

  const { course, program } = dates;
  yield* dated({ kind: 'courses' } as const, newestOf(course.keys(), []));
  yield* dated({ kind: 'programs' } as const, newestOf([], program.keys()));
  yield* dated({ kind: 'home' } as const, newestOf(course.keys(), program.keys()));
  for (const { catalog, slug } of catalogs) {
    yield* dated(
      { kind: 'catalog', slug } as const,
      newestOf(
        snapshot.idsInCatalog('course', catalog.uuid),
        snapshot.idsInCatalog('program', catalog.uuid),
      ),
    );
  }
  for (const term of termKinds) {
    for (const { key, slug } of snapshot.terms(term)) {
      if (!hasTermPage(term, key)) continue;
      yield* dated(
        { kind: 'term', term, slug } as const,
        newestOf(snapshot.idsOfTerm('course', term, key), snapshot.idsOfTerm('program', term, key)),
      );
    }
  }
}

function* dated<Page>(page: Page, modified: DateText | undefined) {
  if (modified !== undefined) yield { ...page, modified };
}

/** Dates in one form sort as they follow each other. */
function newest(dates: readonly (DateText | undefined)[]): DateText | undefined {
  return dates.reduce(
    (latest, date) => (date !== undefined && date > (latest ?? '') ? date : latest),
    undefined,
  );
}
