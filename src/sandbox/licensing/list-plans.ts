import type { Dialect } from '../gateway/switches.ts';
import type { Company } from './companies.ts';
import type { Licensing } from './create-licensing.ts';

const dayMs = 24 * 60 * 60 * 1000;
const statuses = ['activated', 'assigned', 'unassigned', 'revoked'] as const;

/** Which plans of a company are asked for. */
export interface PlanSelection {
  company: Company;
  /** Inactive ones too (api-ground-truth §5.4). */
  withInactive: boolean;
  /** Only the one made last of those that run now. */
  isCurrent: boolean;
}

export interface RevocationCap {
  total: number;
  /** Revocations of activated licenses so far. */
  applied: number;
  remaining: number;
}

type Row = Record<string, unknown>;

export function countPlans(licensing: Licensing, selection: PlanSelection): number {
  return selectPlans(licensing, selection, { offset: 0, limit: -1 }).length;
}

/** Plans as the API shows them, the latest start first. */
export function listPlans(
  licensing: Licensing,
  selection: PlanSelection,
  range: { offset: number; limit: number; dialect: Dialect },
): Record<string, unknown>[] {
  return selectPlans(licensing, selection, range).map((row) =>
    describePlan(licensing, row, range.dialect),
  );
}

/** What a plan's cap leaves, or undefined where it has none (peers §5.8). */
export function readCap(licensing: Licensing, plan: string): RevocationCap | undefined {
  const row = licensing.database
    .prepare('SELECT cap_percent, applied FROM plans WHERE uuid = ?')
    .get(plan);
  const percent = row?.['cap_percent'];
  if (typeof percent !== 'number') return undefined;
  const total = Math.ceil((countLicenses(licensing, plan).total * percent) / 100);
  const applied = Number(row?.['applied']);
  return { total, applied, remaining: total - applied };
}

/** The company's plan, or undefined where it has none such. */
export function isPlanOf({ database }: Licensing, plan: string, company: Company): boolean {
  const find = database.prepare('SELECT 1 FROM plans WHERE uuid = ? AND company = ?');
  return find.get(plan.toLowerCase(), company.uuid) !== undefined;
}

function selectPlans(
  { database, now }: Licensing,
  { company, withInactive, isCurrent }: PlanSelection,
  { offset, limit }: { offset: number; limit: number },
): Row[] {
  const conditions = ['company = ?'];
  if (!withInactive) conditions.push('is_active = 1');
  const moment = now().toISOString();
  const times = isCurrent ? [moment, moment] : [];
  if (isCurrent) conditions.push('start_date <= ? AND expiration_date >= ?');
  const order = isCurrent ? 'created DESC' : 'start_date DESC, uuid';
  return database
    .prepare(
      `SELECT * FROM plans WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(company.uuid, ...times, isCurrent ? 1 : limit, offset);
}

function countLicenses({ database }: Licensing, plan: string) {
  const rows = database
    .prepare('SELECT status, count(*) AS count FROM licenses WHERE plan = ? GROUP BY status')
    .all(plan);
  const found = new Map(rows.map((row) => [row['status'], Number(row['count'])]));
  const [activated = 0, assigned = 0, unassigned = 0, revoked = 0] = statuses.map(
    (status) => found.get(status) ?? 0,
  );
  return {
    activated,
    assigned,
    unassigned,
    revoked,
    total: activated + assigned + unassigned,
    allocated: activated + assigned,
  };
}

function describePlan(licensing: Licensing, row: Row, dialect: Dialect): Record<string, unknown> {
  const now = licensing.now();
  const uuid = String(row['uuid']);
  const start = new Date(String(row['start_date']));
  const end = new Date(String(row['expiration_date']));
  const cap = readCap(licensing, uuid);
  const isDeployed = dialect === 'gateway';
  return {
    title: row['title'],
    uuid,
    start_date: row['start_date'],
    expiration_date: row['expiration_date'],
    enterprise_customer_uuid: row['company'],
    enterprise_catalog_uuid: row['catalog'],
    is_active: row['is_active'] === 1,
    ...(isDeployed && { is_current: start <= now && now <= end }),
    is_revocation_cap_enabled: cap !== undefined,
    days_until_expiration: countDays(now, end),
    days_until_expiration_including_renewals: countDays(
      now,
      new Date(String(row['renewed_until'] ?? row['expiration_date'])),
    ),
    is_locked_for_renewal_processing: row['is_locked'] === 1,
    should_auto_apply_licenses:
      row['is_auto_applied'] === null ? null : row['is_auto_applied'] === 1,
    ...(isDeployed && {
      created: row['created'],
      plan_type: 'Standard Paid',
      product: 1,
      salesforce_opportunity_line_item: null,
    }),
    licenses: countLicenses(licensing, uuid),
    revocations: cap === undefined ? null : describeCap(cap, isDeployed),
    prior_renewals: JSON.parse(String(row['prior_renewals'])),
  };
}

/** Two sets of names: the reference's example (§3.3.5) and the deployed service (api-ground-truth §5.4). */
function describeCap({ total, applied, remaining }: RevocationCap, isDeployed: boolean) {
  return isDeployed ? { applied, remaining } : { total, used: applied, remaining };
}

function countDays(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / dayMs);
}
