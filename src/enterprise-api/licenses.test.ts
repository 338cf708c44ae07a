import { describe, expect, test } from 'vitest';
import { setUpClient } from '../test/api-client.ts';
import type { Answer } from '../test/http-server.ts';

const emails = ['a@x.example', 'b@x.example'];

describe('assigning', () => {
  test('answers by address, whatever their order and spelling', async () => {
    const { client, asked } = await setUpClient(() => ({
      body: {
        num_successful_assignments: 2,
        num_already_associated: 2,
        license_assignments: [
          { user_email: 'C@x.example', license: 'license-3' },
          { user_email: 'a@x.example', license: 'license-1' },
        ],
      },
    }));

    const result = await client.assignLicenses('plan-1', {
      emails: ['A@x.example ', 'b@x.example', 'c@x.example', 'a@X.example'],
      greeting: 'Hello',
      closing: 'Bye',
      notify: false,
    });

    expect(JSON.parse(asked()[0]?.body ?? '')).toEqual({
      user_emails: ['a@x.example', 'b@x.example', 'c@x.example'],
      greeting: 'Hello',
      closing: 'Bye',
      notify_users: false,
    });
    expect(result).toEqual({
      assigned: [
        { email: 'a@x.example', licenseUuid: 'license-1' },
        { email: 'c@x.example', licenseUuid: 'license-3' },
      ],
      alreadyAssociated: ['b@x.example'],
    });
  });

  test('too few licenses: in the service’s words', async () => {
    const text =
      'There are not enough licenses that can be assigned to complete your request.You attempted to assign 3 licenses, but there are only 1 potentially available.';
    const { client } = await setUpClient(() => ({ status: 400, body: JSON.stringify(text) }));

    await expect(client.assignLicenses('plan-1', { emails })).rejects.toMatchObject({
      status: 400,
      detail: text.slice(0, -1),
    });
  });
});

const revoked = (email: string) => ({
  license_uuid: 'license-1',
  original_status: 'activated',
  user_email: email,
});
const absent = (email: string) => ({
  error: `No license for email ${email} exists in plan plan-1 with a status in ['activated', 'assigned']. user_email: ${email}`,
  error_response_status: 404,
  user_email: email,
});
const capped = (email: string) => ({
  error: `Action: license revocation failed for license: license-1 because: License revocation limit has been reached.. user_email: ${email}`,
  error_response_status: 400,
  user_email: email,
});

async function revoke(answer: Answer) {
  const { client, asked } = await setUpClient(() => answer);
  const { entries } = await client.revokeLicenses('plan-1', { emails });
  expect(asked()).toMatchObject([
    {
      path: '/enterprise/v1/subscriptions/plan-1/licenses/bulk-revoke',
      body: JSON.stringify({ user_emails: emails }),
    },
  ]);
  return entries;
}

const both = emails.map((email) => ({ email, outcome: 'revoked' }));
const text = (body: string) => JSON.stringify(body);

describe('revoking', () => {
  test('204 of the reference, which has no body', async () => {
    expect(await revoke({ status: 204, body: '' })).toEqual(both);
  });

  test.each([200, 400])('all were revoked: %i with the list', async (status) => {
    const body = {
      successful_revocations: emails.map(revoked),
      unsuccessful_revocations: [],
    };

    expect(await revoke({ status, body })).toEqual(both);
  });

  test.each([207, 400])('some were: %i with both lists', async (status) => {
    const body = {
      successful_revocations: [revoked('A@x.example')],
      unsuccessful_revocations: [absent('b@x.example')],
    };

    expect(await revoke({ status, body })).toEqual([
      { email: 'a@x.example', outcome: 'revoked' },
      { email: 'b@x.example', outcome: 'nothing-to-revoke' },
    ]);
  });

  test('the cap was reached in between: the reason is told without the address', async () => {
    const body = {
      successful_revocations: [revoked('a@x.example')],
      unsuccessful_revocations: [capped('b@x.example')],
    };

    expect(await revoke({ status: 207, body })).toEqual([
      { email: 'a@x.example', outcome: 'revoked' },
      {
        email: 'b@x.example',
        outcome: 'failed',
        reason:
          'Action: license revocation failed for license: license-1 because: License revocation limit has been reached.. user_email: [address]',
      },
    ]);
  });

  test('an address with a success and a failure was revoked', async () => {
    const body = {
      successful_revocations: [revoked('a@x.example'), revoked('b@x.example')],
      unsuccessful_revocations: [absent('b@x.example')],
    };

    expect(await revoke({ status: 207, body })).toEqual(both);
  });

  test('none had a license: 404 with the list', async () => {
    const body = { unsuccessful_revocations: emails.map(absent) };

    expect(await revoke({ status: 404, body })).toEqual(
      emails.map((email) => ({ email, outcome: 'nothing-to-revoke' })),
    );
  });

  test('none was revoked for the cap: 400 with the list', async () => {
    const body = { unsuccessful_revocations: emails.map(capped) };

    expect(await revoke({ status: 400, body })).toMatchObject(
      emails.map((email) => ({ email, outcome: 'failed' })),
    );
  });

  test('an address that the answer leaves out has not surely been revoked', async () => {
    const body = { successful_revocations: [revoked('a@x.example')] };

    expect(await revoke({ status: 200, body })).toEqual([
      { email: 'a@x.example', outcome: 'revoked' },
      { email: 'b@x.example', outcome: 'failed' },
    ]);
  });

  test('404 of the reference names the address that ended it', async () => {
    expect(await revoke({ status: 404, body: text(absent('b@x.example').error) })).toEqual([
      { email: 'a@x.example', outcome: 'failed' },
      { email: 'b@x.example', outcome: 'nothing-to-revoke' },
    ]);
  });

  test.each<[string, Answer]>([
    ['too many for the cap', { status: 400, body: text('Plan does not have enough revocations.') }],
    [
      'too many for the cap, in a list',
      {
        status: 400,
        body: {
          unsuccessful_revocations: [{ error: 'Plan does not have enough revocations remaining.' }],
        },
      },
    ],
    ['a wrong body', { status: 400, body: { non_field_errors: ['Malformed filters.'] } }],
    [
      'no such plan',
      {
        status: 404,
        body: {
          unsuccessful_revocations: [{ error: 'No SubscriptionPlan identified by 1 exists' }],
        },
      },
    ],
    ['another company’s plan', { status: 403, body: { detail: 'MISSING: has_admin_access' } }],
  ])('%s is an error: nothing was revoked', async (_name, answer) => {
    await expect(revoke(answer)).rejects.toMatchObject({
      name: 'EnterpriseApiHttpError',
      status: answer.status,
      detail: expect.stringMatching(/Plan does|Malformed|identified|MISSING/),
    });
  });
});

describe('revoking by status', () => {
  const path = '/enterprise/v1/subscriptions/plan-1/licenses/bulk-revoke';
  const deployed = { filters: [{ name: 'status_in', filter_value: ['assigned'] }] };
  const printed = { filters: [{ status_in: ['assigned'] }] };
  const malformed = {
    status: 400,
    body: {
      non_field_errors: ["Malformed filters, supported filters are ['user_email', 'status_in']."],
    },
  };

  async function revokeAssigned(answers: Answer[]) {
    const { client, asked } = await setUpClient((_, index) => answers[index] ?? { status: 500 });
    const result = client.revokeLicensesByStatus('plan-1', { statuses: ['assigned', 'assigned'] });
    const outcome = await result.catch((error: unknown) => error);
    expect(asked().every((request) => request.path === path)).toBe(true);
    return { outcome, bodies: asked().map(({ body }) => JSON.parse(body) as unknown) };
  }

  test('asks as the deployed service wants it, and tells whom it names', async () => {
    const body = {
      successful_revocations: [revoked('A@x.example')],
      unsuccessful_revocations: [
        capped('b@x.example'),
        { error: 'No license', error_response_status: 404, user_email: null },
      ],
    };

    const { outcome, bodies } = await revokeAssigned([{ status: 207, body }]);

    expect(bodies).toEqual([deployed]);
    expect(outcome).toEqual({
      entries: [
        {
          email: 'b@x.example',
          outcome: 'failed',
          reason: expect.stringMatching(/\[address\]$/) as string,
        },
        { email: 'a@x.example', outcome: 'revoked' },
      ],
    });
  });

  test('asks as the reference writes it where the filters are malformed', async () => {
    const { outcome, bodies } = await revokeAssigned([malformed, { status: 204, body: '' }]);

    expect(bodies).toEqual([deployed, printed]);
    expect(outcome).toEqual({ entries: [] });
  });

  test.each<[string, Answer]>([
    [
      'the cap',
      {
        status: 400,
        body: {
          unsuccessful_revocations: [{ error: 'Plan does not have enough revocations remaining.' }],
        },
      },
    ],
    [
      'the cap, of old',
      { status: 400, body: text('Plan does not have enough revocations remaining.') },
    ],
    ['no rights', { status: 403, body: { detail: 'MISSING: has_admin_access' } }],
  ])('%s refuses it as a whole, and nothing else is asked', async (_name, answer) => {
    const { outcome, bodies } = await revokeAssigned([answer]);

    expect(bodies).toEqual([deployed]);
    expect(outcome).toMatchObject({ name: 'EnterpriseApiHttpError', status: answer.status });
  });

  test('400 with a list is what happened', async () => {
    const body = { successful_revocations: [revoked('a@x.example')], unsuccessful_revocations: [] };
    const { outcome } = await revokeAssigned([{ status: 400, body }]);

    expect(outcome).toEqual({ entries: [{ email: 'a@x.example', outcome: 'revoked' }] });
  });

  test('nobody had such a license', async () => {
    const body = { successful_revocations: [], unsuccessful_revocations: [] };

    expect((await revokeAssigned([{ status: 200, body }])).outcome).toEqual({ entries: [] });
  });

  test('the older service ended at one license: what became of the others is not known', async () => {
    const { outcome, bodies } = await revokeAssigned([
      { status: 400, body: text(capped('b@x.example').error) },
    ]);

    expect(bodies).toHaveLength(1);
    expect(outcome).toMatchObject({ name: 'EnterpriseApiOutcomeError', repeatable: true });
    expect(String(outcome)).not.toContain('b@x.example');
  });
});
