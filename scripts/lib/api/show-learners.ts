import type { LearnerSummaryResource } from '#enterprise-api';
import type { Column } from '../table.ts';
import { dayOf } from './cells.ts';
import { findCustomer } from './find-customer.ts';
import type { View } from './view.ts';

/** What a row without consent has of these is null (api-ground-truth §5.5), and therefore empty. */
const columns: Column<LearnerSummaryResource>[] = [
  {
    title: 'LEARNER',
    value: (row) => (row.is_consent_granted ? row.user_email : '(no consent)'),
  },
  { title: 'COURSE', value: ({ course_title: title, course_key: key }) => title ?? key },
  { title: 'COURSE RUN', value: ({ courserun_key: key }) => key },
  { title: 'ENROLLED', value: (row) => dayOf(row.enrollment_date), isWhole: true },
  { title: 'LAST ACTIVE', value: (row) => dayOf(row.last_activity_date), isWhole: true },
  { title: 'PROGRESS', value: progressOf },
  { title: 'GRADE', value: ({ current_grade: grade }) => formatShare(grade), isWhole: true },
  { title: 'PASSED', value: (row) => dayOf(row.passed_date), isWhole: true, isOptional: true },
];

/** Every enrollment, a page at a time; what the learner did not agree to share never gets here. */
export const showLearners: View = async ({ client, output, customer, ordering }) => {
  const walk = client.walkLearnerSummary(await findCustomer(client, customer), { ordering });
  const rows = output.openRows(columns);
  let step = await walk.next();
  for (; step.done !== true; step = await walk.next()) {
    await rows.write(step.value.rows);
    for (const { row, problems } of step.value.refused) {
      const reasons = problems.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
      output.note(`Left out: row ${row} of page ${step.value.page}. ${reasons}`);
    }
  }
  await rows.end('The customer has no enrollments.');
  for (const note of step.value.notes) output.note(note);
  if (!step.value.complete) throw new Error('The list is not complete: try again later.');
};

/** An enrollment that ended says so, whatever progress it had. */
function progressOf({ unenrollment_date: left, progress_status: status }: LearnerSummaryResource) {
  return left === null ? status : 'Unenrolled';
}

/** Grades are shares of one. */
function formatShare(value: number | null): string {
  return value === null ? '' : `${Math.round(value * 100)} %`;
}
