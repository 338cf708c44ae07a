import { describe, expect, test } from 'vitest';
import {
  callAs,
  dialects,
  otherCompany,
  ownCompany,
  printedPlan,
  startLicensing,
  subscriptionsPath,
  unknownUuid,
  type PlanBody,
} from '../../test/licensing-sandbox.ts';
import { companyPlans } from './sample-plans.ts';

const referenceFields = [
  ...['title', 'uuid', 'start_date', 'expiration_date', 'enterprise_customer_uuid'],
  ...['enterprise_catalog_uuid', 'is_active', 'is_revocation_cap_enabled', 'days_until_expiration'],
  ...['days_until_expiration_including_renewals', 'is_locked_for_renewal_processing'],
  ...['should_auto_apply_licenses', 'licenses', 'revocations', 'prior_renewals'],
];
const deployedFields = ['is_current', 'created', 'plan_type', 'product'];
const none = { count: 0, next: null, previous: null, results: [] };
const own = `${subscriptionsPath}?enterprise_customer_uuid=${ownCompany}`;

const results = (body: unknown): PlanBody[] => (body as { results: PlanBody[] }).results;
const titles = (body: unknown): string[] => results(body).map(({ title }) => title);

describe.each(dialects)('the plans of the %s', (dialect) => {
  test('are those of a customer that are active, or all without one, the latest start first', async () => {
    const { get } = await startLicensing({ dialect });

    const all = await get(subscriptionsPath);
    const active = await get(own);
    const printed = await get(`${subscriptionsPath}?enterprise_customer_uuid=${printedPlan}`);

    const sorted = companyPlans.toSorted((a, b) => b.start - a.start);
    expect(all.body).toMatchObject({ count: 7, next: null, previous: null });
    expect(titles(all.body)).toEqual(sorted.map(({ title }) => title));
    expect(titles(active.body)).toEqual(
      sorted.filter(({ isActive }) => isActive !== false).map(({ title }) => title),
    );
    // The reference prints a customer of its own (§3.3.3), which stands for the first company.
    expect(printed.body).toEqual(active.body);
  });

  test('have every field of the table, and counts that add up', async () => {
    const { readPlans } = await startLicensing({ dialect });

    for (const plan of await readPlans()) {
      const fields = Object.keys(plan).filter(
        (name) => name !== 'salesforce_opportunity_line_item',
      );
      expect(fields.toSorted()).toEqual(
        [...referenceFields, ...(dialect === 'gateway' ? deployedFields : [])].toSorted(),
      );
      const { activated, assigned, unassigned, total, allocated } = plan.licenses;
      expect(total).toBe(activated + assigned + unassigned);
      expect(allocated).toBe(activated + assigned);
    }
  });

  test('of every kind are there: days, renewals, a lock, a cap', async () => {
    const { readPlans } = await startLicensing({ dialect });
    const plans = await readPlans();
    const find = (title: RegExp) => plans.find((plan) => title.test(plan.title));

    expect(find(/everyone/)).toMatchObject({
      start_date: '2026-07-28T00:00:00Z',
      expiration_date: '2027-07-28T00:00:00Z',
      days_until_expiration: 244,
      is_revocation_cap_enabled: false,
      revocations: null,
      should_auto_apply_licenses: true,
      prior_renewals: [],
    });
    expect(find(/Pilot/)).toMatchObject({ days_until_expiration: -56, is_active: true });
    expect(find(/Next year/)).toMatchObject({ licenses: { total: 150, unassigned: 150 } });
    expect(find(/Withdrawn/)).toMatchObject({ is_active: false });
    expect(find(/being renewed/)).toMatchObject({
      is_locked_for_renewal_processing: true,
      days_until_expiration: 10,
      days_until_expiration_including_renewals: 375,
    });
    expect(find(/renewed twice/)).toMatchObject({
      prior_renewals: [
        { prior_subscription_plan_start_date: '2024-01-30 00:00:00+00:00' },
        { renewed_subscription_plan_start_date: '2026-01-29 00:00:00+00:00' },
      ],
    });
    expect(find(/cap/)).toMatchObject({
      is_revocation_cap_enabled: true,
      revocations:
        dialect === 'gateway' ? { applied: 2, remaining: 3 } : { total: 5, used: 2, remaining: 3 },
    });
  });

  test('with current=true are the one made last of those that run, literally', async () => {
    const { get } = await startLicensing({ dialect });

    expect(titles((await get(`${own}&current=true`)).body)).toEqual(['Learning for everyone']);
    for (const text of ['True', '1', 'false', '']) {
      expect(results((await get(`${own}&current=${text}`)).body)).toHaveLength(6);
    }
  });

  test('are none of a company that the client does not administer', async () => {
    const { sandbox, get } = await startLicensing({ dialect });
    const other = await callAs(sandbox, 'sandbox-other');

    for (const customer of [otherCompany, unknownUuid]) {
      const answer = await get(`${subscriptionsPath}?enterprise_customer_uuid=${customer}`);
      expect([answer.status, answer.body]).toEqual([200, none]);
    }
    expect((await other.get(own)).body).toEqual(none);
    expect((await other.get(`${own}&current=true`)).body).toEqual(none);
    expect(titles((await other.get(subscriptionsPath)).body)).toEqual(['Rowanfell learns']);
  });

  test.each([
    ['a customer that is no UUID', '?enterprise_customer_uuid=bad', 'bad is not a valid uuid.'],
    ['current=true alone', '?current=true', 'Current plan cannot be used without enterprise_uuid'],
  ])('are refused for %s', async (_name, query, detail) => {
    const { get } = await startLicensing({ dialect });
    const { status, body } = await get(subscriptionsPath + query);

    expect([status, body]).toEqual([400, { detail }]);
  });

  test.each(['0', '2', 'abc', '-1', '1.5'])('have no page %s', async (page) => {
    const { get } = await startLicensing({ dialect });
    const { status, body } = await get(`${subscriptionsPath}?page=${page}`);

    expect([status, body]).toEqual([404, { detail: 'Invalid page.' }]);
  });

  test('come a hundred a page, whatever page_size says', async () => {
    const { get } = await startLicensing({ dialect });

    expect(results((await get(`${subscriptionsPath}?page=last&page_size=2`)).body)).toHaveLength(7);
  });

  test('are forbidden to a client that administers nothing', async () => {
    const { sandbox } = await startLicensing({ dialect });
    const guest = await callAs(sandbox, 'sandbox-guest');
    const { status, body } = await guest.get(subscriptionsPath);

    expect([status, body]).toEqual([
      403,
      { detail: 'You do not have permission to perform this action.' },
    ]);
  });
});
