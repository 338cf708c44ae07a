import {
  EnterpriseApiHttpError,
  type CourseResource,
  type CourseRunResource,
} from '#enterprise-api';
import { formatTable, type Column } from '../table.ts';
import { dayOf, namesOf } from './cells.ts';
import type { View } from './view.ts';

const runColumns: Column<CourseRunResource>[] = [
  { title: 'COURSE RUN', value: ({ key }) => key, isWhole: true },
  { title: 'START', value: ({ start }) => dayOf(start), isWhole: true },
  { title: 'END', value: ({ end }) => dayOf(end), isWhole: true },
  { title: 'ENROLL UNTIL', value: (run) => dayOf(run.enrollment_end), isWhole: true },
  { title: 'PACING', value: ({ pacing_type: pacing }) => pacing, isOptional: true },
  { title: 'AVAILABILITY', value: ({ availability }) => availability, isOptional: true },
  { title: 'STATUS', value: ({ status }) => status, isOptional: true },
  { title: 'OPEN', value: ({ is_enrollable: isOpen }) => (isOpen === true ? 'yes' : '') },
];

/** What the API says of one course, as far as it fits a terminal; all of it as JSON. */
export const showCourse: View = async ({ client, output, parameters }) => {
  const [catalogUuid = '', key = ''] = parameters;
  const course = await client.fetchCourse(catalogUuid, key).catch((error: unknown) => {
    if (!(error instanceof EnterpriseApiHttpError) || error.status !== 404) throw error;
    throw new Error(
      `The catalog ${catalogUuid} holds no course ${key}, or there is no such catalog: see "npm run api -- catalogs".`,
    );
  });
  if (output.isJson) return output.writeJson(course);
  await output.writeText(`${formatFacts(course)}\n`);
  const runs = output.openRows(runColumns);
  await runs.write(course.course_runs ?? []);
  await runs.end('No course runs.');
};

/** Whole, however long: an address is of no use without its end. */
function formatFacts(course: CourseResource): string {
  const facts: [name: string, value: unknown][] = [
    ['Title', course.title],
    ['Key', course.key],
    ['Partner', namesOf(course.owners ?? course.organizations)],
    ['Level', typeof course.level_type === 'string' ? course.level_type : course.level_type?.name],
    ['Subjects', namesOf(course.subjects)],
    ['Programs', namesOf(course.programs)],
    ['Changed', dayOf(course.modified)],
    ['Enrollment', course.enrollment_url],
    ['Marketing', course.marketing_url],
  ];
  const columns: Column<(typeof facts)[number]>[] = [
    { title: 'COURSE', value: ([name]) => name, isWhole: true },
    { title: '', value: ([, value]) => (typeof value === 'string' ? value : ''), isWhole: true },
  ];
  return formatTable(columns, facts);
}
