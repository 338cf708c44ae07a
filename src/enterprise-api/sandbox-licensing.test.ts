import { afterEach, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '#sandbox';
import type { LearnerSummaryResource } from './contract/index.ts';
import { createEnterpriseApiClient, type EnterpriseApiClient } from './client.ts';
import type { RevocationResult } from './revoke-licenses.ts';

let sandbox: Sandbox | undefined;

afterEach(() => sandbox?.close());

async function start(options: SandboxOptions) {
  sandbox = await createSandbox({ courses: 12, ...options });
  const client = createEnterpriseApiClient({
    apiUrl: sandbox.url,
    credentials: { clientId: sandbox.clientId, clientSecret: sandbox.clientSecret },
    fetch,
    clock: { now: Date.now, sleep: async () => undefined },
  });
  const [catalog] = (await client.fetchCatalogs()).items;
  const customer = catalog?.enterprise_customer ?? '';
  return { sandbox, client, customer };
}

/** Of the plans that run now and let three licenses be revoked, the one with the most free licenses. */
async function findPlan(client: EnterpriseApiClient, customer: string) {
  const { items, refused } = await client.fetchSubscriptionPlans({
    enterpriseCustomerUuid: customer,
  });
  expect(refused).toEqual([]);
  const now = Date.now();
  const usable = items
    .filter((plan) => Date.parse(String(plan.start_date)) <= now)
    .filter((plan) => Date.parse(String(plan.expiration_date)) >= now)
    .filter(({ revocations }) => revocations === null || revocations.remaining >= 3)
    .toSorted((a, b) => b.licenses.unassigned - a.licenses.unassigned);
  return usable[0] ?? expect.fail('no plan with free licenses');
}

async function readRows(client: EnterpriseApiClient, customer: string) {
  const rows: LearnerSummaryResource[] = [];
  for await (const page of client.walkLearnerSummary(customer)) {
    expect(page.refused).toEqual([]);
    rows.push(...page.rows);
  }
  return rows;
}

async function findRun(client: EnterpriseApiClient, catalog: string): Promise<string> {
  for await (const { items } of client.walkCatalogContent(catalog)) {
    for (const content of items) {
      if (content.kind === 'course') return content.item.course_runs?.[0]?.key ?? '';
    }
  }
  return expect.fail('the plan’s catalog has no course');
}

function countEntries({ entries }: RevocationResult): number {
  return entries.filter(({ outcome }) => outcome === 'revoked').length;
}

const emails = ['new-1@company.example', 'new-2@company.example', 'new-3@company.example'];

const dialects: [name: string, options: SandboxOptions][] = [
  ['the reference', { dialect: 'reference' }],
  ['the gateway', { dialect: 'gateway' }],
  ['the gateway, 400 for 207', { dialect: 'gateway', switches: { revoke: 'current-as-400' } }],
  ['the gateway of old', { dialect: 'gateway', switches: { revoke: 'legacy-204' } }],
];

describe.each(dialects)('licenses of %s', (_name, options) => {
  test('are assigned, not twice, and revoked; the counts of the plan follow', async () => {
    const { client, customer } = await start(options);
    const { uuid, licenses: before } = await findPlan(client, customer);
    const counts = async () =>
      (await client.fetchSubscriptionPlans({ enterpriseCustomerUuid: customer })).items.find(
        (plan) => plan.uuid === uuid,
      )?.licenses;

    const first = await client.assignLicenses(uuid, { emails, notify: false });
    const again = await client.assignLicenses(uuid, { emails, notify: false });

    expect(first.assigned.map(({ email }) => email)).toEqual(emails);
    expect(again).toEqual({ assigned: [], alreadyAssociated: emails });
    expect(await counts()).toMatchObject({
      assigned: before.assigned + 3,
      unassigned: before.unassigned - 3,
      total: before.total,
    });

    const revoked = await client.revokeLicenses(uuid, { emails });
    expect(revoked.entries).toEqual(emails.map((email) => ({ email, outcome: 'revoked' })));
    expect(await counts()).toMatchObject({
      assigned: before.assigned,
      unassigned: before.unassigned,
      revoked: before.revoked + 3,
    });

    const { entries } = await client.revokeLicenses(uuid, { emails: emails.slice(0, 1) });
    expect(entries).toEqual([{ email: emails[0], outcome: 'nothing-to-revoke' }]);
  });

  test('an address without a license does not hide the others', async () => {
    const { client, customer } = await start(options);
    const { uuid } = await findPlan(client, customer);
    await client.assignLicenses(uuid, { emails: emails.slice(0, 2), notify: false });

    // Again for those that failed, as who uses it would.
    let left = [...emails];
    const done = new Map<string, string>();
    for (let round = 0; round < 3 && left.length > 0; round += 1) {
      const { entries } = await client.revokeLicenses(uuid, { emails: left });
      for (const { email, outcome } of entries) done.set(email, outcome);
      left = entries.filter(({ outcome }) => outcome === 'failed').map(({ email }) => email);
    }

    expect(left).toEqual([]);
    expect(done.get(emails[2] ?? '')).toBe('nothing-to-revoke');
    const { alreadyAssociated } = await client.assignLicenses(uuid, { emails, notify: false });
    expect(alreadyAssociated).toEqual([]);
  });

  test('too many for the plan are refused, and change nothing', async () => {
    const { client, customer } = await start(options);
    const { uuid, licenses } = await findPlan(client, customer);
    const crowd = Array.from(
      { length: licenses.unassigned + 1 },
      (_, index) => `crowd-${index}@company.example`,
    );

    await expect(
      client.assignLicenses(uuid, { emails: crowd, notify: false }),
    ).rejects.toMatchObject({
      status: 400,
      detail: expect.stringMatching(/^There are not enough licenses/),
    });
    const { alreadyAssociated } = await client.assignLicenses(uuid, {
      emails: crowd.slice(1),
      notify: false,
    });
    expect(alreadyAssociated).toEqual([]);
  });

  test('are revoked by status, in either spelling; who is named has none any more', async () => {
    const { sandbox, client, customer } = await start(options);
    const { uuid, licenses } = await findPlan(client, customer);
    await client.assignLicenses(uuid, { emails, notify: false });
    sandbox.faults.add({
      match: { route: 'bulk-revoke' },
      status: 400,
      body: { non_field_errors: ['Malformed filters, user_email must be a string.'] },
      times: 1,
    });
    const isNamed = !(options.dialect === 'reference' || options.switches?.revoke === 'legacy-204');

    const revoke = client.revokeLicensesByStatus(uuid, { statuses: ['assigned'] });
    if (options.dialect === 'gateway') {
      // It knows its own spelling only.
      await expect(revoke).rejects.toMatchObject({ status: 400 });
      await expect(
        client.revokeLicensesByStatus(uuid, { statuses: ['assigned'] }).then(countEntries),
      ).resolves.toBe(isNamed ? licenses.assigned + emails.length : 0);
    } else expect(await revoke).toEqual({ entries: [] });

    const { items } = await client.fetchSubscriptionPlans({ enterpriseCustomerUuid: customer });
    expect(items.find((plan) => plan.uuid === uuid)?.licenses).toMatchObject({
      assigned: 0,
      activated: licenses.activated,
      revoked: licenses.revoked + licenses.assigned + emails.length,
    });
  });

  test('an unknown plan is forbidden', async () => {
    const { client } = await start(options);
    const unknown = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

    await expect(client.assignLicenses(unknown, { emails })).rejects.toMatchObject({ status: 403 });
    await expect(client.revokeLicenses(unknown, { emails })).rejects.toMatchObject({ status: 403 });
  });
});

describe.each(dialects.slice(0, 2))('learners of %s', (_name, options) => {
  test('are all read; without consent nothing of them', async () => {
    const { client, customer } = await start(options);

    const rows = await readRows(client, customer);

    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(new Set(rows.map((row) => row.enterprise_enrollment_id)).size).toBe(rows.length);
    const silent = rows.filter((row) => !row.is_consent_granted);
    expect(silent.length).toBeGreaterThan(0);
    for (const row of silent) {
      expect([row.user_email, row.current_grade, row.last_activity_date]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });

  test('who is enrolled in bulk appears', async () => {
    const { client, customer } = await start(options);
    const { uuid, enterprise_catalog_uuid: catalog } = await findPlan(client, customer);
    await client.assignLicenses(uuid, { emails, notify: false });
    const before = await readRows(client, customer);
    const runKey = await findRun(client, catalog ?? '');

    const { jobs, failure } = await client.bulkEnroll({
      enterpriseCustomerUuid: customer,
      subscriptionUuid: uuid,
      emails,
      courseRunKeys: [runKey],
      notify: false,
    });

    expect([jobs.length, failure]).toEqual([1, undefined]);
    const after = await readRows(client, customer);
    expect(after.length).toBe(before.length + emails.length);
    expect(
      after.filter((row) => row.courserun_key === runKey).map((row) => row.user_email),
    ).toEqual(expect.arrayContaining(emails));
  });
});
