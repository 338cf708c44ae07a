import { describe, expect, test } from 'vitest';
import {
  dialects,
  printedPlan,
  startLicensing,
  unknownUuid,
} from '../../test/licensing-sandbox.ts';
import { createPerson } from './people.ts';
import { companyPlans, otherPlans } from './sample-plans.ts';

const cappedPlan = companyPlans[1]!.uuid;
const [activated, second, third] = [0, 1, 2].map(
  (number) => createPerson('tarnholt.example', number).email,
);
const revoked = createPerson('tarnholt.example', 80).email;
/** Of the capped plan: after 55 activated licenses come 20 assigned ones. */
const assigned = [55, 56, 57, 58].map((number) => createPerson('tarnholt.example', number).email);
const stranger = 'nobody@tarnholt.example';

const nothingFor = (email: string | null): string =>
  `No license for email ${String(email ?? 'None')} exists in plan ${printedPlan} with a status in ['activated', 'assigned']. user_email: ${String(email ?? 'None')}`;
const noMoreLeft = 'Plan does not have enough revocations remaining.';

const wrongBodies: [name: string, body: unknown, answer: unknown][] = [
  [
    'neither addresses nor filters',
    {},
    { non_field_errors: ['Either user_emails or filters must be provided.'] },
  ],
  [
    'addresses and filters',
    { user_emails: [activated], filters: [{ name: 'user_email', filter_value: 'al' }] },
    { non_field_errors: ['Either user_emails or filters must be provided, but not both.'] },
  ],
  [
    'an unknown filter',
    { filters: [{ name: 'email', filter_value: 'al' }] },
    {
      non_field_errors: ["Malformed filters, supported filters are ['user_email', 'status_in']."],
    },
  ],
  [
    'a part of an address that is no text',
    { filters: [{ name: 'user_email', filter_value: ['al'] }] },
    { non_field_errors: ['Malformed filters, user_email must be a string.'] },
  ],
  ['no address', { user_emails: [] }, { user_emails: ['This list may not be empty.'] }],
  ['null', { user_emails: null }, { user_emails: ['This field may not be null.'] }],
  [
    'what is no address',
    { user_emails: ['nobody'] },
    { user_emails: { 0: ['Enter a valid email address.'] } },
  ],
  [
    'a filter that is text',
    { filters: ['al'] },
    { filters: { 0: ['Expected a dictionary of items but got type "str".'] } },
  ],
  ['no filter', { filters: [] }, { filters: ['This list may not be empty.'] }],
  [
    'a list for the object',
    [],
    { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
  ],
];

describe.each(dialects)('revoking in the %s', (dialect) => {
  test.each(wrongBodies)('refuses %s, and changes nothing', async (_name, request, answer) => {
    const { revoke, readPlan } = await startLicensing({ dialect });
    const before = await readPlan(printedPlan);

    const { status, body } = await revoke(printedPlan, request);

    expect([status, body]).toEqual([400, answer]);
    expect(await readPlan(printedPlan)).toEqual(before);
  });

  test.each([
    ['unknown', unknownUuid],
    ['another company’s', otherPlans[0]!.uuid],
  ])('forbids a plan that is %s, whatever the body', async (_name, plan) => {
    const { revoke } = await startLicensing({ dialect });
    const { status, body } = await revoke(plan, {});

    expect([status, body]).toEqual([403, { detail: 'MISSING: subscriptions.has_admin_access' }]);
  });

  test('fails for a plan that is no UUID', async () => {
    const { revoke } = await startLicensing({ dialect });
    const { status, body } = await revoke('not-a-uuid', {});

    expect([status, body]).toEqual([500, expect.stringContaining('<h1>Server Error (500)</h1>')]);
  });

  test('frees a license, which another address can get; the address can get one anew', async () => {
    const { assign, revoke, readPlan } = await startLicensing({ dialect });
    const { licenses: before } = await readPlan(printedPlan);

    await revoke(printedPlan, { user_emails: [activated] });

    expect((await readPlan(printedPlan)).licenses).toEqual({
      ...before,
      activated: before.activated - 1,
      unassigned: before.unassigned + 1,
      revoked: before.revoked + 1,
      allocated: before.allocated - 1,
    });
    const { body } = await assign(printedPlan, { user_emails: [activated] });
    expect(body).toMatchObject({ num_successful_assignments: 1, num_already_associated: 0 });
  });

  test('applies activated licenses only to the cap', async () => {
    const { revoke, readPlan } = await startLicensing({ dialect });
    const used = dialect === 'gateway' ? 'applied' : 'used';

    await revoke(cappedPlan, { user_emails: [activated, assigned[0]] });

    expect((await readPlan(cappedPlan)).revocations).toMatchObject({ [used]: 3, remaining: 2 });
  });
});

describe('revoking as the reference says', () => {
  test('is 204 without a body', async () => {
    const { revoke, readPlan } = await startLicensing();

    const { status, body } = await revoke(printedPlan, { user_emails: [activated, second] });

    expect([status, body]).toEqual([204, '']);
    expect((await readPlan(printedPlan)).licenses.revoked).toBe(8);
  });

  test('takes one address by the other spelling too, but not beside filters', async () => {
    const { revoke } = await startLicensing();

    const one = await revoke(printedPlan, { user_email: activated });
    const list = await revoke(printedPlan, { user_email: [second] });
    const both = await revoke(printedPlan, { user_email: third, filters: [{ user_email: 'al' }] });

    expect([one.status, list.status]).toEqual([204, 204]);
    expect([both.status, both.body]).toEqual([
      400,
      { non_field_errors: ['Either user_emails or filters must be provided, but not both.'] },
    ]);
  });

  test.each([
    ['by part of the address', { user_email: 'ALMA' }],
    ['by status', { status_in: ['activated'] }],
    ['in the deployed spelling', { name: 'status_in', filter_value: ['activated'] }],
  ])('takes filters %s', async (_name, filter) => {
    const { revoke, readPlan } = await startLicensing();
    const before = await readPlan(printedPlan);

    const { status } = await revoke(printedPlan, { filters: [filter] });

    const { licenses } = await readPlan(printedPlan);
    expect(status).toBe(204);
    expect(licenses.activated).toBeLessThan(before.licenses.activated);
    expect(licenses.total).toBe(before.licenses.total);
  });

  test('joins filters by and', async () => {
    const { revoke, readPlan } = await startLicensing();

    await revoke(printedPlan, {
      filters: [{ user_email: activated }, { status_in: ['assigned'] }],
    });
    expect((await readPlan(printedPlan)).licenses.revoked).toBe(6);
    await revoke(printedPlan, {
      filters: [{ user_email: activated }, { status_in: ['activated'] }],
    });
    expect((await readPlan(printedPlan)).licenses.revoked).toBe(7);
  });

  test.each([
    ['an address without a license', [activated, stranger, second], 404, nothingFor(stranger)],
    ['an address given twice', [activated, activated], 404, nothingFor(activated!)],
    ['a revoked license', [revoked], 404, nothingFor(revoked)],
  ])('commits nothing for %s', async (_name, user_emails, expected, text) => {
    const { revoke, readPlan } = await startLicensing();
    const before = await readPlan(printedPlan);

    const { status, body } = await revoke(printedPlan, { user_emails });

    expect([status, body]).toEqual([expected, text]);
    expect(await readPlan(printedPlan)).toEqual(before);
  });

  test('commits nothing where more is asked than the cap leaves, pending ones counted', async () => {
    const { revoke, readPlan } = await startLicensing();
    const before = await readPlan(cappedPlan);

    const { status, body } = await revoke(cappedPlan, { user_emails: assigned });

    expect([status, body]).toEqual([400, noMoreLeft]);
    expect(await readPlan(cappedPlan)).toEqual(before);
    expect((await revoke(cappedPlan, { user_emails: assigned.slice(1) })).status).toBe(204);
  });

  test('of licenses that nobody has is refused', async () => {
    const { revoke } = await startLicensing();
    const { status, body } = await revoke(printedPlan, {
      filters: [{ status_in: ['unassigned'] }],
    });

    expect([status, body]).toEqual([404, nothingFor(null)]);
  });
});
