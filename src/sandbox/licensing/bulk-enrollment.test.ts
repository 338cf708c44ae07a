import { describe, expect, test } from 'vitest';
import {
  callAs,
  dialects,
  enrollPath,
  otherCompany,
  ownCompany,
  printedPlan,
  startLicensing,
  unknownUuid,
  type LicensingCaller,
} from '../../test/licensing-sandbox.ts';
import { createPerson } from './people.ts';
import { otherPlans } from './sample-plans.ts';

const own = `enterprise_customer_uuid=${ownCompany}`;
const emails = ['ada@tarnholt.example', 'bob@tarnholt.example'];
const request = { emails, course_run_keys: ['course-v1:A+B+1'], notify: false };
const job = {
  job_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}$/) as unknown,
};
const required = ['This field is required.'];
const unknownCustomer = { detail: 'No CustomerAgreement matches the given query.' };
const tooMany = 'Too many provided enrollments, please try a smaller request.';

const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) => `crowd-${index}@tarnholt.example`);

/** The first run of the catalog of a plan. */
async function findRun({ get, readPlan }: LicensingCaller): Promise<string> {
  const { enterprise_catalog_uuid: catalog } = await readPlan(printedPlan);
  const { body } = await get(`/enterprise/v2/enterprise-catalogs/${catalog}?page_size=100`);
  const { results } = body as { results: { course_runs?: { key: string }[] }[] };
  return results.find(({ course_runs: runs = [] }) => runs.length > 0)!.course_runs![0]!.key;
}

async function readRows({ get }: LicensingCaller, runKey: string) {
  const rows: Record<string, unknown>[] = [];
  for (let page = 1, total = 1; rows.length < total; page += 1) {
    const path = `/enterprise/v3/enterprise-customer/${ownCompany}/learner-summary`;
    const { body } = await get(`${path}?page_size=100&page=${page}`);
    const list = body as { count: number; results: Record<string, unknown>[] };
    total = list.count;
    rows.push(...list.results);
  }
  return rows.filter((row) => row['courserun_key'] === runKey);
}

const wrongRequests: [name: string, query: string, body: unknown, answer: unknown][] = [
  ['no address', own, { ...request, emails: [] }, { emails: ['This list may not be empty.'] }],
  [
    'what is no address',
    own,
    { ...request, emails: ['a@x.example', 'nobody'] },
    { emails: { 1: ['Enter a valid email address.'] } },
  ],
  ['an empty body', own, {}, { emails: required, course_run_keys: required, notify: required }],
  ['no keys', own, { ...request, course_run_keys: undefined }, { course_run_keys: required }],
  [
    'a blank key',
    own,
    { ...request, course_run_keys: ['a', ' '] },
    { course_run_keys: { 1: ['This field may not be blank.'] } },
  ],
  ['notify left out', own, { ...request, notify: undefined }, { notify: required }],
  [
    'notify that is no flag',
    own,
    { ...request, notify: 'maybe' },
    { notify: ['Must be a valid boolean.'] },
  ],
  [
    'enroll_all without a plan, before the body',
    `${own}&enroll_all=true`,
    {},
    { subscription_id: ['This field is required when enroll_all is provided'] },
  ],
  [
    'a plan that is no UUID',
    `${own}&subscription_uuid=bad`,
    request,
    { subscription_uuid: ['Must be a valid UUID.'] },
  ],
  [
    'enroll_all that is no flag',
    `${own}&enroll_all=maybe`,
    request,
    { enroll_all: ['Must be a valid boolean.'] },
  ],
  [
    'enroll_all without addresses',
    `${own}&enroll_all=true&subscription_uuid=${printedPlan}`,
    { ...request, emails: undefined },
    { emails: required },
  ],
  [
    'a list for the object',
    own,
    [request],
    { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
  ],
];

describe.each(dialects)('bulk enrollment in the %s', (dialect) => {
  test('is a job that becomes rows of the learner summary, once for each learner and run', async () => {
    const caller = await startLicensing({ dialect });
    const run = await findRun(caller);
    const before = (await readRows(caller, run)).length;
    await caller.assign(printedPlan, { user_emails: emails });
    const body = { emails: [...emails, 'unlicensed@tarnholt.example'], notify: true };
    const keys = { course_run_keys: [run, run, 'testX'] };

    const first = await caller.enroll(own, { ...body, ...keys });
    const again = await caller.enroll(own, { ...body, ...keys });

    expect([first.status, first.body]).toEqual([201, job]);
    expect([again.status, again.body]).toEqual([201, job]);
    expect(again.body).not.toEqual(first.body);
    const rows = await readRows(caller, run);
    expect(rows).toHaveLength(before + 2);
    for (const email of emails) {
      expect(rows.find((row) => row['user_email'] === email)).toMatchObject({
        enrollment_date: '2026-11-25',
        last_activity_date: '2026-11-25',
        unenrollment_end_within_date: '2026-12-09',
        is_consent_granted: true,
        has_passed: false,
        progress_status: 'In Progress',
        seat_delivery_method: 'Subscription',
        enterprise_customer_uuid: ownCompany,
        courserun_key: run,
      });
    }
  });

  test('leaves out addresses in another spelling, and those whose license was revoked', async () => {
    const caller = await startLicensing({ dialect });
    const run = await findRun(caller);
    const before = (await readRows(caller, run)).length;
    await caller.assign(printedPlan, { user_emails: emails });
    await caller.revoke(printedPlan, { user_emails: [emails[1]] });

    const { status } = await caller.enroll(own, {
      ...request,
      emails: ['ADA@tarnholt.example', emails[1]],
      course_run_keys: [run],
    });

    expect(status).toBe(201);
    expect(await readRows(caller, run)).toHaveLength(before);
  });

  test('with enroll_all adds everybody who has a license of the plan', async () => {
    const caller = await startLicensing({ dialect });
    const run = await findRun(caller);
    const query = `${own}&subscription_uuid=${printedPlan}&enroll_all=true`;

    const { status } = await caller.enroll(query, { ...request, course_run_keys: [run] });

    expect(status).toBe(201);
    const learners = new Set((await readRows(caller, run)).map((row) => row['user_email']));
    expect(learners).toContain(createPerson('tarnholt.example', 0).email);
    expect(learners).toContain(createPerson('tarnholt.example', 79).email);
    expect(learners).not.toContain(createPerson('tarnholt.example', 80).email);
  });

  test.each(wrongRequests)('refuses %s', async (_name, query, sent, answer) => {
    const { enroll } = await startLicensing({ dialect });
    const { status, body } = await enroll(query, sent);

    expect([status, body]).toEqual([400, answer]);
  });

  test('looks for the customer first', async () => {
    const { enroll, post } = await startLicensing({ dialect });

    const unknown = await enroll(`enterprise_customer_uuid=${unknownUuid}`, {});
    const missing = await post(enrollPath, request);
    const malformed = await enroll('enterprise_customer_uuid=bad', request);

    expect([unknown.status, unknown.body]).toEqual([404, unknownCustomer]);
    expect([missing.status, missing.body]).toEqual([404, unknownCustomer]);
    expect([malformed.status, malformed.body]).toEqual([
      500,
      expect.stringContaining('<h1>Server Error (500)</h1>'),
    ]);
  });

  test('is forbidden for another company and to a client that administers nothing', async () => {
    const { sandbox, enroll } = await startLicensing({ dialect });
    const guest = await callAs(sandbox, 'sandbox-guest');
    const answers = [
      await enroll(`enterprise_customer_uuid=${otherCompany}`, {}),
      await guest.enroll(own, {}),
    ];

    for (const { status, body } of answers) {
      expect([status, body]).toEqual([
        403,
        { detail: 'Missing: subscriptions.has_learner_or_admin_access' },
      ]);
    }
  });

  test('finds no plan of another company', async () => {
    const { enroll } = await startLicensing({ dialect });
    const { status } = await enroll(`${own}&subscription_uuid=${otherPlans[0]!.uuid}`, request);

    expect(status).toBe(404);
  });
});

describe('the reference’s bulk enrollment', () => {
  test('takes the customer, the plan and enroll_all from the body as well', async () => {
    const { post } = await startLicensing();
    const all = { subscription_uuid: printedPlan, enroll_all: true };
    const customer = { enterprise_customer_uuid: ownCompany };

    expect((await post(enrollPath, { ...request, ...customer })).status).toBe(201);
    expect((await post(enrollPath, { ...request, ...customer, ...all })).status).toBe(201);
    const refused = await post(enrollPath, { ...request, ...customer, enroll_all: true });
    expect(refused.body).toHaveProperty('subscription_id');
  });

  test('takes 1000 learners and course keys together', async () => {
    const { enroll } = await startLicensing();
    const enough = { ...request, emails: crowd(999) };

    expect((await enroll(own, enough)).status).toBe(201);
    for (const more of [
      { ...enough, emails: crowd(1000) },
      { ...enough, course_run_keys: ['a', 'b'] },
    ]) {
      const { status, body } = await enroll(own, more);
      expect([status, body]).toEqual([400, tooMany]);
    }
  });

  test('has the deployed limit by a switch', async () => {
    const { enroll } = await startLicensing({ switches: { 'enroll-limit': 500 } });

    expect((await enroll(own, { ...request, emails: crowd(500) })).status).toBe(201);
    expect((await enroll(own, { ...request, emails: crowd(501) })).body).toBe(tooMany);
  });
});

describe('the deployed bulk enrollment', () => {
  const gateway = { dialect: 'gateway' } as const;

  test('reads the customer from the query only', async () => {
    const { post } = await startLicensing(gateway);
    const body = { ...request, enterprise_customer_uuid: ownCompany };
    const answer = await post(enrollPath, body);

    expect([answer.status, answer.body]).toEqual([404, unknownCustomer]);
  });

  test('takes 500 learners times course keys, those of enroll_all too', async () => {
    const { enroll } = await startLicensing(gateway);
    const keys = Array.from({ length: 5 }, (_, index) => `course-v1:A+B+${index}`);
    const enough = { ...request, emails: crowd(100), course_run_keys: keys };

    expect((await enroll(own, enough)).status).toBe(201);
    const answers = [
      await enroll(own, { ...enough, emails: crowd(101) }),
      // 80 people have a license of the plan.
      await enroll(`${own}&subscription_uuid=${printedPlan}&enroll_all=true`, {
        ...enough,
        emails: crowd(21),
      }),
    ];
    for (const { status, body } of answers) expect([status, body]).toEqual([400, tooMany]);
  });

  test('has no limit by a switch', async () => {
    const { enroll } = await startLicensing({ ...gateway, switches: { 'enroll-limit': 'off' } });

    expect((await enroll(own, { ...request, emails: crowd(1200) })).status).toBe(201);
  });
});
