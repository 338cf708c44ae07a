import { describe, expect, test } from 'vitest';
import { printedPlan, startLicensing } from '../../test/licensing-sandbox.ts';
import { createPerson } from './people.ts';
import { companyPlans } from './sample-plans.ts';

const cappedPlan = companyPlans[1]!.uuid;
const [activated, second, third, fourth] = [0, 1, 2, 3].map(
  (number) => createPerson('tarnholt.example', number).email,
);
/** Of the capped plan: after 55 activated licenses come 20 assigned ones. */
const assigned = [55, 56, 57, 58].map((number) => createPerson('tarnholt.example', number).email);
const stranger = 'nobody@tarnholt.example';
const gateway = { dialect: 'gateway' } as const;
const noMoreLeft = 'Plan does not have enough revocations remaining.';
const nothingFor = (email: string | null): string =>
  `No license for email ${String(email ?? 'None')} exists in plan ${printedPlan} with a status in ['activated', 'assigned']. user_email: ${String(email ?? 'None')}`;
const notFound = (email: string | null) => ({
  error: nothingFor(email),
  error_response_status: 404,
  user_email: email,
});
const done = (email: string, status = 'activated') => ({
  license_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
  original_status: status,
  user_email: email,
});

describe('revoking as the deployed service does', () => {
  test('lists each address', async () => {
    const { revoke } = await startLicensing(gateway);
    const { status, body } = await revoke(printedPlan, { user_emails: [activated] });

    expect([status, body]).toEqual([
      200,
      { successful_revocations: [done(activated!)], unsuccessful_revocations: [] },
    ]);
  });

  test('does not stop at a failure', async () => {
    const { revoke } = await startLicensing(gateway);
    const user_emails = [activated, stranger, activated, second];
    const { status, body } = await revoke(printedPlan, { user_emails });

    expect([status, body]).toEqual([
      207,
      {
        successful_revocations: [done(activated!), done(second!)],
        unsuccessful_revocations: [notFound(stranger), notFound(activated!)],
      },
    ]);
  });

  test('has the status of the last failure where all failed', async () => {
    const { revoke } = await startLicensing(gateway);
    const { status, body } = await revoke(printedPlan, { user_emails: [stranger] });

    expect([status, body]).toEqual([404, { unsuccessful_revocations: [notFound(stranger)] }]);
  });

  test('counts every address against the cap, pending ones too', async () => {
    const { revoke } = await startLicensing(gateway);
    const { status, body } = await revoke(cappedPlan, { user_emails: assigned });

    expect([status, body]).toEqual([400, { unsuccessful_revocations: [{ error: noMoreLeft }] }]);
  });

  test.each([[{ user_email: 'al' }], [{ status_in: ['activated'] }]])(
    'does not know the reference’s filter %j',
    async (filter) => {
      const { revoke } = await startLicensing(gateway);
      const { status, body } = await revoke(printedPlan, { filters: [filter] });

      expect([status, body]).toEqual([
        400,
        {
          non_field_errors: [
            "Malformed filters, supported filters are ['user_email', 'status_in'].",
          ],
        },
      ]);
    },
  );

  test('does not know user_email', async () => {
    const { revoke } = await startLicensing(gateway);
    const { status, body } = await revoke(printedPlan, { user_email: activated });

    expect([status, body]).toEqual([
      400,
      { non_field_errors: ['Either user_emails or filters must be provided.'] },
    ]);
  });

  test('takes filters that find nothing, and lists licenses of nobody', async () => {
    const { revoke } = await startLicensing(gateway);
    const nothing = [{ name: 'user_email', filter_value: 'nobody' }];
    const free = [{ name: 'status_in', filter_value: ['unassigned'] }];

    const first = await revoke(printedPlan, { filters: nothing });
    const second = await revoke(printedPlan, { filters: free });

    expect([first.status, first.body]).toEqual([
      200,
      { successful_revocations: [], unsuccessful_revocations: [] },
    ]);
    expect([second.status, second.body]).toEqual([
      404,
      { unsuccessful_revocations: Array.from({ length: 40 }, () => notFound(null)) },
    ]);
  });

  test('through the gateway of 2025 is 400 with the same body', async () => {
    const { revoke } = await startLicensing({ ...gateway, switches: { revoke: 'current-as-400' } });

    const all = await revoke(printedPlan, { user_emails: [activated] });
    const some = await revoke(printedPlan, { user_emails: [stranger, second] });
    const none = await revoke(printedPlan, { user_emails: [stranger] });

    expect([all.status, some.status, none.status]).toEqual([400, 400, 404]);
    expect(all.body).toEqual({
      successful_revocations: [done(activated!)],
      unsuccessful_revocations: [],
    });
    expect(some.body).toEqual({
      successful_revocations: [done(second!)],
      unsuccessful_revocations: [notFound(stranger)],
    });
  });

  test('of 2024 stops at the first failure and leaves the earlier ones revoked', async () => {
    const { revoke, readPlan } = await startLicensing({
      ...gateway,
      switches: { revoke: 'legacy-204' },
    });

    const all = await revoke(printedPlan, { user_emails: [activated] });
    const some = await revoke(printedPlan, { user_emails: [second, stranger, third, fourth] });
    const cap = await revoke(cappedPlan, { user_emails: assigned });

    expect([all.status, all.body]).toEqual([204, '']);
    expect([some.status, some.body]).toEqual([404, nothingFor(stranger)]);
    expect((await readPlan(printedPlan)).licenses.revoked).toBe(6 + 2);
    expect([cap.status, cap.body]).toEqual([400, noMoreLeft]);
  });

  test('is to be had in the reference’s dialect by the switch', async () => {
    const { revoke } = await startLicensing({ switches: { revoke: 'current' } });
    const { status } = await revoke(printedPlan, { user_emails: [activated, stranger] });

    expect(status).toBe(207);
  });
});
