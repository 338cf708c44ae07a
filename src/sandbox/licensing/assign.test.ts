import { describe, expect, test } from 'vitest';
import {
  dialects,
  printedPlan,
  startLicensing,
  unknownUuid,
} from '../../test/licensing-sandbox.ts';
import { otherPlans } from './sample-plans.ts';

const emails = ['ada@tarnholt.example', 'bob@tarnholt.example'];
const tooFew =
  'There are not enough licenses that can be assigned to complete your request.You attempted to assign 41 licenses, but there are only 40 potentially available.';
const required = 'This field is required.';

const wrongBodies: [name: string, body: unknown, answer: unknown][] = [
  ['no addresses', {}, { user_emails: [required] }],
  ['an empty list', { user_emails: [] }, { user_emails: ['This list may not be empty.'] }],
  ['null', { user_emails: null }, { user_emails: ['This field may not be null.'] }],
  [
    'what is no address',
    { user_emails: ['a@x.example', 'nobody'] },
    { user_emails: { 1: ['Enter a valid email address.'] } },
  ],
  [
    'an address that is not trimmed',
    { user_emails: [' a@x.example'] },
    { user_emails: { 0: ['Enter a valid email address.'] } },
  ],
  ['a blank', { user_emails: [''] }, { user_emails: { 0: ['This field may not be blank.'] } }],
  ['a flag', { user_emails: [true] }, { user_emails: { 0: ['Not a valid string.'] } }],
  [
    'a text for the list',
    { user_emails: 'a@x.example' },
    { user_emails: ['Expected a list of items but got type "str".'] },
  ],
  [
    'notify_users that is no flag',
    { user_emails: emails, notify_users: 'maybe' },
    { notify_users: ['Must be a valid boolean.'] },
  ],
  [
    'notify_users null',
    { user_emails: emails, notify_users: null },
    { notify_users: ['This field may not be null.'] },
  ],
  [
    'a greeting that is no text, and a closing null',
    { user_emails: emails, greeting: ['Hello'], closing: null },
    { greeting: ['Not a valid string.'], closing: ['This field may not be null.'] },
  ],
  [
    'no Salesforce ids in their list',
    { user_emails: emails, user_sfids: [] },
    { user_sfids: ['No Salesforce Ids provided.'] },
  ],
  [
    'a short Salesforce id',
    { user_emails: emails, user_sfids: ['12345', null] },
    { user_sfids: { 0: ['Ensure this value has at least 18 characters (it has 5).'] } },
  ],
  [
    'fewer Salesforce ids than addresses',
    { user_emails: emails, user_sfids: ['001OE000001f26OXZP'] },
    {
      non_field_errors: ['Number of Salesforce IDs did not match number of provided user emails.'],
    },
  ],
  [
    'a list for the object',
    [{ user_emails: emails }],
    { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
  ],
  [
    'more addresses than licenses',
    { user_emails: Array.from({ length: 41 }, (_, index) => `crowd-${index}@tarnholt.example`) },
    tooFew,
  ],
];

describe.each(dialects)('assigning in the %s', (dialect) => {
  test('gives each address a free license, counted in the plan', async () => {
    const { assign, readPlan } = await startLicensing({ dialect });
    const { licenses: before } = await readPlan(printedPlan);

    const { status, body } = await assign(printedPlan, { user_emails: emails });

    const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/) as unknown;
    expect([status, body]).toEqual([
      200,
      {
        num_successful_assignments: 2,
        num_already_associated: 0,
        license_assignments: emails.map((email) => ({ user_email: email, license: uuid })),
      },
    ]);
    expect((await readPlan(printedPlan)).licenses).toEqual({
      ...before,
      assigned: before.assigned + 2,
      unassigned: before.unassigned - 2,
      allocated: before.allocated + 2,
    });
  });

  test('again gives nothing, whatever the case; a new address among the old ones gets one', async () => {
    const { assign } = await startLicensing({ dialect });
    await assign(printedPlan, { user_emails: emails });

    const again = await assign(printedPlan, {
      user_emails: ['ADA@Tarnholt.example', 'cy@tarnholt.example', 'Cy@tarnholt.example'],
    });

    expect(again.body).toMatchObject({
      num_successful_assignments: 1,
      num_already_associated: 1,
      license_assignments: [{ user_email: 'cy@tarnholt.example' }],
    });
  });

  test.each([
    ['all of it', { user_sfids: ['001OE000001f26OXZP', '001OE000001a25WXYZ'], greeting: 'Hello' }],
    ['ids left out by null and blank', { user_sfids: [null, ''], closing: 'Bye' }],
    ['blank words', { greeting: '', closing: '', notify_users: false }],
    ['words of any length', { greeting: 'x'.repeat(60_000), notify_users: 'true' }],
  ])('takes %s', async (_name, rest) => {
    const { assign } = await startLicensing({ dialect });
    const { status, body } = await assign(printedPlan, { user_emails: emails, ...rest });

    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ num_successful_assignments: 2 }),
    ]);
  });

  test.each(wrongBodies)('refuses %s, and changes nothing', async (_name, request, answer) => {
    const { assign, readPlan } = await startLicensing({ dialect });
    const before = await readPlan(printedPlan);

    const { status, body } = await assign(printedPlan, request);

    expect([status, body]).toEqual([400, answer]);
    expect(await readPlan(printedPlan)).toEqual(before);
  });

  test('counts only addresses without a license when licenses are few', async () => {
    const { assign, readPlan } = await startLicensing({ dialect });
    const crowd = Array.from({ length: 40 }, (_, index) => `crowd-${index}@tarnholt.example`);
    await assign(printedPlan, { user_emails: emails });

    const tooMany = await assign(printedPlan, { user_emails: [...emails, ...crowd] });
    const enough = await assign(printedPlan, { user_emails: [...emails, ...crowd.slice(2)] });

    expect(tooMany.body).toMatch(/attempted to assign 40 licenses, but there are only 38/);
    expect(enough.body).toMatchObject({ num_successful_assignments: 38 });
    expect((await readPlan(printedPlan)).licenses.unassigned).toBe(0);
  });

  test.each([
    ['unknown', unknownUuid],
    ['another company’s', otherPlans[0]!.uuid],
  ])('forbids a plan that is %s, whatever the body', async (_name, plan) => {
    const { assign } = await startLicensing({ dialect });
    const { status, body } = await assign(plan, 'nothing');

    expect([status, body]).toEqual([403, { detail: 'MISSING: subscriptions.has_admin_access' }]);
  });

  test('fails for a plan that is no UUID', async () => {
    const { assign } = await startLicensing({ dialect });
    const { status, body } = await assign('not-a-uuid', { user_emails: emails });

    expect([status, body]).toEqual([500, expect.stringContaining('<h1>Server Error (500)</h1>')]);
  });
});
