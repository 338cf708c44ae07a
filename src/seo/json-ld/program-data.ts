import type { CourseLeaf, EducationalOccupationalProgramLeaf } from 'schema-dts';
import type { ProgramPage } from '#catalog';
import { addressOf, type PagePlace } from '../place.ts';
import { durationOfWeeks } from './durations.ts';
import { nodeOf } from './node.ts';
import { programOffer } from './offers.ts';
import { imageOf, inBrief, providersOf } from './parts.ts';

/** A program with its courses; those in none of the catalogs have a name only. */
export function programData(
  page: ProgramPage,
  place: PagePlace,
): EducationalOccupationalProgramLeaf {
  const { program, slug, picture, courses } = page;
  const credits = program.credit?.value;
  return nodeOf<EducationalOccupationalProgramLeaf>({
    '@type': 'EducationalOccupationalProgram',
    url: addressOf(place, (path) => path.program(slug)),
    name: program.title,
    description: program.summary,
    image: imageOf(picture, place),
    provider: providersOf(program),
    educationalProgramMode: 'Online',
    educationalCredentialAwarded: program.type,
    timeToComplete: program.weeksToComplete && durationOfWeeks(program.weeksToComplete.max),
    numberOfCredits: Number.isInteger(credits) && credits !== 0 ? credits : undefined,
    programPrerequisites: inBrief(program.degree?.prerequisiteCoursework),
    offers: programOffer(page),
    hasCourse: courses.map(({ title, card }) =>
      nodeOf<CourseLeaf>({
        '@type': 'Course',
        name: title,
        url: card && addressOf(place, (path) => path.course(card.slug)),
      }),
    ),
  });
}
