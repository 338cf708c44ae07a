import { hueOf, programEffortOf, programLengthOf, type Program, type ProgramPage } from '#catalog';
import { connect, requireFound } from './connection.ts';
import { courseCard } from './course-index.ts';
import { listLeft } from './left.ts';
import { catalogLinks, instructorLinks, partnerLinks, skillLinks, subjectLinks } from './links.ts';
import { openGraphOf } from './open-graph.ts';
import { logosOf, pictureOf, withTextPictures } from './pictures.ts';

/** Programs, and those that have left. */
export function listProgramPaths(): { program: string }[] {
  return [...connect().snapshot.outlines('program'), ...listLeft('program')].map(({ slug }) => ({
    program: slug,
  }));
}

export function getProgramPage(slug: string): ProgramPage {
  const { snapshot } = connect();
  const stored = requireFound(snapshot.findBySlug('program', slug), `program "${slug}"`);
  const program = withTextPictures(stored.item);
  const hue = hueOf(program.subjects[0]?.key);
  const memberships = snapshot.memberships('program', program.key);
  const urls = new Map(memberships.map((entry) => [entry.catalogUuid, entry.enrollmentUrl]));
  const catalogs = catalogLinks([...urls.keys()]);
  return {
    program: { ...program, instructors: instructorLinks(program.instructors) },
    slug,
    picture: pictureOf(program.imageUrl, 'item'),
    openGraph: openGraphOf(program, hue),
    logos: logosOf(program),
    hue,
    partners: partnerLinks(program.partners),
    subjects: subjectLinks(program.subjects),
    skills: skillLinks(program.skills),
    catalogs,
    courses: coursesOf(program),
    length: programLengthOf(program),
    effort: programEffortOf(program),
    offers: catalogs.flatMap((catalog) => {
      const url = urls.get(catalog.uuid);
      return url === undefined ? [] : [{ catalog, url }];
    }),
    isNoindex: program.isExcludedFromSeo,
  };
}

function coursesOf(program: Program): ProgramPage['courses'] {
  return program.courses.map(({ key, title, summary, weeks }) => {
    const stored = connect().snapshot.slugOf('course', key);
    const card = stored === undefined ? undefined : courseCard(stored.id);
    return { title: card?.title ?? title ?? key, summary: card?.summary ?? summary, weeks, card };
  });
}
