import { describe, expect, test } from 'vitest';
import {
  assignRequest,
  bulkEnrollmentRequest,
  licenseRevocations,
  revokeRequest,
  subscriptionPlan,
} from './index.ts';
import { problemsOf } from './content-item.ts';

const counts = { activated: 0, assigned: 0, unassigned: 1, revoked: 0, total: 1, allocated: 0 };
const plan = (rest: object) =>
  subscriptionPlan.parse({ uuid: 'plan-1', licenses: counts, ...rest });

describe('revocations have one meaning', () => {
  test.each([
    ['of the reference’s example', { total: 5, used: 2, remaining: 3 }, [2, 3, 5]],
    ['of the deployed service', { applied: 3, remaining: 2 }, [3, 2, 5]],
    ['over the cap', { applied: 6, remaining: -1 }, [6, -1, 5]],
    ['as texts', { applied: '1', remaining: '4' }, [1, 4, 5]],
  ])('%s', (_name, revocations, [applied, remaining, total]) => {
    expect(plan({ revocations }).revocations).toEqual({ applied, remaining, total });
  });

  test.each([[true], [false], [null], [undefined], [{}]])('%j says nothing', (revocations) => {
    expect(plan({ revocations }).revocations).toBeNull();
  });
});

test('renewals that went before are read as sent, with a space in their dates', () => {
  const renewal = {
    prior_subscription_plan_id: 'plan-0',
    prior_subscription_plan_start_date: '2021-01-01 00:00:00+00:00',
    renewed_subscription_plan_id: 'plan-1',
    renewed_subscription_plan_start_date: '2021-07-01 00:00:00+00:00',
  };

  expect(plan({ prior_renewals: [renewal] }).prior_renewals).toEqual([renewal]);
  expect(plan({ prior_renewals: null }).prior_renewals).toBeNull();
});

test('a plan keeps what the contract does not know', () => {
  expect(plan({ product: 1, is_current: true })).toMatchObject({ product: 1, is_current: true });
});

test('addresses are trimmed, in lower case, without invisible characters, each once', () => {
  const user_emails = [' Ada@Company.example', 'ada@company.example', '\u200Bbob@company.example '];
  const emails = ['ada@company.example', 'bob@company.example'];

  expect(assignRequest.parse({ user_emails })).toEqual({ user_emails: emails });
  expect(revokeRequest.parse({ user_emails })).toEqual({ user_emails: emails });
  expect(
    bulkEnrollmentRequest.parse({
      enterprise_customer_uuid: 'company-1',
      emails: user_emails,
      course_run_keys: ['course-v1:A+B+1 ', 'course-v1:A+B+1'],
      notify: false,
    }),
  ).toMatchObject({ emails, course_run_keys: ['course-v1:A+B+1'] });
});

test('Salesforce ids stay with their addresses; of an address given twice the last one counts', () => {
  const user_emails = ['b@x.example', 'a@x.example', 'B@x.example'];
  const user_sfids = ['001OE000001f26OXZP', '', '001OE000001a25WXYZ'];

  expect(assignRequest.parse({ user_emails, user_sfids })).toEqual({
    user_emails: ['b@x.example', 'a@x.example'],
    user_sfids: ['001OE000001a25WXYZ', ''],
  });
});

test.each([
  ['no address', assignRequest, { user_emails: [] }, 'user_emails'],
  ['no valid address', assignRequest, { user_emails: ['a@x.example', 'nobody'] }, 'user_emails.1'],
  ['two in one', revokeRequest, { user_emails: ['a@x.example;b@x.example'] }, 'user_emails.0'],
  [
    'fewer ids than addresses',
    assignRequest,
    { user_emails: ['a@x.example', 'b@x.example'], user_sfids: ['001OE000001f26OXZP'] },
    'user_sfids',
  ],
  ['a short id', assignRequest, { user_emails: ['a@x.example'], user_sfids: ['1'] }, 'user_sfids'],
  ['neither addresses nor filters', revokeRequest, {}, '(item)'],
  [
    'addresses and filters',
    revokeRequest,
    { user_emails: ['a@x.example'], filters: [{ user_email: 'al' }] },
    '(item)',
  ],
  ['a filter that nobody takes', revokeRequest, { filters: [{ email: 'al' }] }, 'filters.0'],
])('a request with %s is refused by its place', (_name, schema, request, path) => {
  const problems = problemsOf(schema.safeParse(request).error ?? expect.fail());

  expect(problems.map((problem) => problem.path)).toEqual([path]);
  expect(JSON.stringify(problems)).not.toMatch(/nobody|x\.example/);
});

test.each([
  [{ filters: [{ user_email: 'al' }] }],
  [{ filters: [{ status_in: ['activated', 'assigned'] }] }],
  [{ filters: [{ name: 'user_email', filter_value: 'al' }] }],
  [{ filters: [{ name: 'status_in', filter_value: ['assigned'] }] }],
])('filters of the reference and of the service: %j', (request) => {
  expect(revokeRequest.parse(request)).toEqual(request);
});

test('revocations may name no address, and no license', () => {
  const answer = {
    successful_revocations: [],
    unsuccessful_revocations: [
      { error: 'Plan does not have enough revocations remaining.' },
      { error: 'No license', error_response_status: 404, user_email: null },
    ],
  };

  expect(licenseRevocations.parse(answer)).toEqual(answer);
});
