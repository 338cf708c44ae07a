import type { DatabaseSync } from 'node:sqlite';
import { floorToDay, formatDay, formatTimestamp } from '../sample/dates.ts';
import { createUuid } from '../sample/random.ts';
import { sampleCompanies } from './companies.ts';
import { createPerson } from './people.ts';
import type { CatalogCourses, RunFacts } from './sample-courses.ts';
import { createSampleLearners } from './sample-learners.ts';
import { companyPlans, otherPlans, type SamplePlan } from './sample-plans.ts';
import { prepareLearnerRow } from './store-learner-row.ts';

const otherLearners = 24;

/** What learners take where no catalog holds anything. */
const someRun: RunFacts = {
  courseKey: 'SandboxX+LONE1',
  runKey: 'course-v1:SandboxX+LONE1+1T2026',
  title: 'A course of no catalog',
  pacing: 'self_paced',
  start: null,
  end: null,
  weeks: 6,
  minimumEffort: 2,
  maximumEffort: 4,
  program: null,
  programType: null,
  subject: null,
  price: 149,
};

interface WrittenSample {
  /** Rows of the first company. */
  learners: number;
  now: Date;
  courses: readonly CatalogCourses[];
}

/** Fills new tables; the same day and catalogs give the same content. */
export function writeLicensingSample(
  database: DatabaseSync,
  { learners, now, courses }: WrittenSample,
): void {
  const today = floorToDay(now);
  // The first company is the one whose catalogs the sandbox serves.
  const own = { ...sampleCompanies.own, uuid: courses[0]?.customer ?? sampleCompanies.own.uuid };
  const { other } = sampleCompanies;
  const insertCompany = database.prepare('INSERT INTO companies VALUES (?, ?, ?)');
  for (const { uuid, name, client } of [own, other]) insertCompany.run(uuid, name, client);

  const catalogs = courses.map(({ catalog }) => catalog);
  writePlans(database, companyPlans, { company: own, catalogs, today });
  writePlans(database, otherPlans, { company: other, catalogs: [other.catalog], today });

  const insertRow = prepareLearnerRow(database);
  const runs = courses.flatMap((catalog) => catalog.runs);
  const ownRuns = runs.length === 0 ? [someRun] : runs;
  const { domain } = own;
  const ownRows = createSampleLearners({
    company: own,
    domain,
    runs: ownRuns,
    today,
    count: learners,
  });
  for (const row of ownRows) insertRow(row);
  const otherRows = createSampleLearners({
    company: other,
    domain: other.domain,
    runs: [someRun],
    today,
    count: otherLearners,
  });
  for (const row of otherRows) insertRow(row);
}

interface PlanOwner {
  company: { uuid: string; domain: string };
  catalogs: readonly string[];
  today: Date;
}

function writePlans(database: DatabaseSync, plans: readonly SamplePlan[], owner: PlanOwner): void {
  const insert = database.prepare(
    `INSERT INTO plans (uuid, company, title, start_date, expiration_date, renewed_until, created, catalog,
       is_active, cap_percent, applied, is_locked, is_auto_applied, prior_renewals)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const { company, catalogs, today } = owner;
  for (const [index, plan] of plans.entries()) {
    insert.run(
      plan.uuid,
      company.uuid,
      plan.title,
      formatDay(today, plan.start),
      formatDay(today, plan.end),
      plan.renewedUntil === undefined ? null : formatDay(today, plan.renewedUntil),
      formatTimestamp(today, plan.created, 553_201),
      catalogs[index % Math.max(1, catalogs.length)] ?? null,
      Number(plan.isActive ?? true),
      plan.capPercent ?? null,
      plan.applied,
      Number(plan.isLocked ?? false),
      index === 0 ? 1 : null,
      JSON.stringify(plan.hasPriorRenewals === true ? createPriorRenewals(plan, today) : []),
    );
    writeLicenses(database, plan, owner);
  }
}

/** The dates have a space for `T` and an offset, as the reference's example does (§3.3.5). */
function createPriorRenewals(plan: SamplePlan, today: Date): Record<string, string>[] {
  const format = (days: number): string =>
    formatDay(today, days).replace('T', ' ').replace('Z', '+00:00');
  const earlier = [createUuid(`${plan.uuid}:first`), createUuid(`${plan.uuid}:second`), plan.uuid];
  return [0, 1].map((index) => ({
    prior_subscription_plan_id: earlier[index] ?? '',
    prior_subscription_plan_start_date: format(plan.start - 365 * (2 - index)),
    renewed_subscription_plan_id: earlier[index + 1] ?? '',
    renewed_subscription_plan_start_date: format(plan.start - 365 * (1 - index)),
  }));
}

/** Plans share their learners from the first on; revoked licenses were those of the last ones. */
function writeLicenses(database: DatabaseSync, plan: SamplePlan, owner: PlanOwner): void {
  const insert = database.prepare(
    `INSERT INTO licenses (uuid, plan, email, status, assigned_at, activated_at, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const { company, today } = owner;
  let number = 0;
  for (const status of ['activated', 'assigned', 'revoked', 'unassigned'] as const) {
    for (let index = 0; index < plan.licenses[status]; index += 1) {
      const isTaken = status !== 'unassigned';
      insert.run(
        createUuid(`license:${plan.uuid}:${String(number)}`),
        plan.uuid,
        isTaken ? createPerson(company.domain, number).email : null,
        status,
        isTaken ? formatDay(today, plan.start + 1) : null,
        status === 'activated' ? formatDay(today, plan.start + 2) : null,
        status === 'revoked' ? formatDay(today, plan.start + 20) : null,
      );
      number += 1;
    }
  }
}
