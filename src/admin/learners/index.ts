export { csvFileNameOf, formatCsv } from './csv.ts';
export {
  dateFields,
  learnerFields,
  learnerOnlyFields,
  type LearnerField,
  type LearnerRow,
} from './fields.ts';
export { createRowFilter, parseLearnerFilter, type LearnerFilter } from './filter.ts';
export { learnerIdOf } from './learner-id.ts';
export { formatOrdering, orderRows, parseOrdering, type Ordering } from './ordering.ts';
export { createReport, reportLearners, type ReportOptions } from './report.ts';
export type { CourseTally, LearnerReport, MonthTally, OutOfRange, Tally } from './report-types.ts';
export { uniqueRows } from './unique-rows.ts';
