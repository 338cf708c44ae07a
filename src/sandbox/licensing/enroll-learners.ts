import { randomUUID } from 'node:crypto';
import { createRandom } from '../sample/random.ts';
import type { Company } from './companies.ts';
import { createLearnerRow } from './create-learner-row.ts';
import type { Licensing } from './create-licensing.ts';
import type { EnrollRequest } from './enroll-request.ts';
import type { RunFacts } from './sample-courses.ts';
import { prepareLearnerRow } from './store-learner-row.ts';

const refundMs = 14 * 24 * 60 * 60 * 1000;

/** A run of a catalog, or undefined where the catalog has none such. */
export type FindRun = (catalog: string, key: string) => RunFacts | undefined;

/** The addresses of an enrollment: those given, and with `enroll_all` all with a license of the plan. */
export function listEnrolled({ database }: Licensing, request: EnrollRequest): string[] {
  if (!request.enrollsAll) return request.emails;
  const holders = database
    .prepare(
      `SELECT DISTINCT email FROM licenses WHERE plan = ? AND status IN ('assigned', 'activated')`,
    )
    .all(request.plan ?? null)
    .map((row) => String(row['email']));
  return [...new Set([...request.emails, ...holders])];
}

/**
 * Makes a job and does it at once. Learners without a license of a running plan, keys that its catalog does
 * not hold, and runs that a learner is already in are left out without a word (api-ground-truth §6.3).
 * @returns the job's id
 */
export function enrollLearners(
  licensing: Licensing,
  company: Company,
  request: EnrollRequest & { findRun: FindRun },
): string {
  const { database, now, transact } = licensing;
  const job = randomUUID();
  const insertRow = prepareLearnerRow(database);
  return transact(() => {
    const { findRun, ...rest } = request;
    database
      .prepare('INSERT INTO jobs VALUES (?, ?, ?, ?, ?)')
      .run(job, company.uuid, now().toISOString(), Number(rest.isNotified), JSON.stringify(rest));
    const isEnrolled = database.prepare(
      `SELECT 1 FROM learner_summary WHERE company = ? AND user_email = ? AND courserun_key = ?
         AND unenrollment_date IS NULL`,
    );
    for (const email of listEnrolled(licensing, request)) {
      const catalogs = listCatalogs(licensing, company, { email, plan: request.plan });
      for (const key of new Set(request.runKeys)) {
        if (isEnrolled.get(company.uuid, email, key) !== undefined) continue;
        const run = catalogs.map((catalog) => findRun(catalog, key)).find(Boolean);
        if (run !== undefined) insertRow(createRow(licensing, { company, email, run }));
      }
    }
    return job;
  });
}

/** The catalogs that a learner's licenses open now; addresses count as they are spelled. */
function listCatalogs(
  { database, now }: Licensing,
  company: Company,
  { email, plan }: { email: string; plan: string | undefined },
): string[] {
  const moment = now().toISOString();
  return database
    .prepare(
      `SELECT DISTINCT p.catalog FROM licenses l JOIN plans p ON p.uuid = l.plan
       WHERE l.email = ? AND l.email = ? COLLATE BINARY AND l.status IN ('assigned', 'activated')
         AND p.company = ? AND p.is_active = 1 AND p.start_date <= ? AND p.expiration_date >= ?
         AND p.catalog IS NOT NULL AND (? IS NULL OR p.uuid = ?)`,
    )
    .all(email, email, company.uuid, moment, moment, plan ?? null, plan ?? null)
    .map((row) => String(row['catalog']));
}

function createRow(
  { database, now }: Licensing,
  { company, email, run }: { company: Company; email: string; run: RunFacts },
) {
  const moment = now();
  const { last } = database.prepare('SELECT max(id) AS last FROM learner_summary').get() ?? {};
  const number = Number(last ?? 0) + 1;
  const known = database
    .prepare(
      `SELECT enterprise_user_id, enterprise_sso_uid, user_username, user_first_name, user_last_name,
         user_country_code, user_account_creation_date FROM learner_summary
       WHERE company = ? AND user_email = ? LIMIT 1`,
    )
    .get(company.uuid, email);
  return createLearnerRow({
    company,
    run,
    enrolledOn: moment.toISOString().slice(0, 10),
    refundableUntil: new Date(moment.getTime() + refundMs).toISOString().slice(0, 10),
    created: moment.toISOString(),
    hasConsent: true,
    learner: {
      enterprise_user_id: createRandom(email).integer(1_000_000, 9_999_999),
      user_username: email.replace(/[^a-z0-9]+/gi, '_'),
      ...known,
      user_email: email,
      enrollment_id: 7_000_000 + number,
      enterprise_enrollment_id: 900_000 + number,
    },
  });
}
