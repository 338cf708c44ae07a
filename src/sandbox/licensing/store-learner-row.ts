import type { DatabaseSync } from 'node:sqlite';
import { learnerColumnNames, type LearnerRow } from './learner-fields.ts';

const placeholders = learnerColumnNames.map(() => '?').join(', ');

/** What writes rows of the learner summary. */
export function prepareLearnerRow(database: DatabaseSync): (row: LearnerRow) => void {
  const insert = database.prepare(
    `INSERT INTO learner_summary (company, ${learnerColumnNames.join(', ')}) VALUES (?, ${placeholders})`,
  );
  return (row) => {
    insert.run(row.enterprise_customer_uuid, ...learnerColumnNames.map((name) => row[name]));
  };
}
