import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  callAs,
  dialects,
  otherCompany,
  ownCompany,
  printedPlan,
  startLicensing,
  subscriptionsPath,
  unknownUuid,
  type LicensingCaller,
} from '../../test/licensing-sandbox.ts';
import { foreignCatalogUuid, writeDataFolder, type Sandbox } from '../index.ts';
import { createPerson } from './people.ts';
import { companyPlans, otherPlans } from './sample-plans.ts';

const cappedPlan = companyPlans[1]!.uuid;
const catalogs = '/enterprise/v2/enterprise-catalogs';
const emails = ['ada@tarnholt.example', 'bob@tarnholt.example'];

const summaryOf = (company: string) =>
  `/enterprise/v3/enterprise-customer/${company}/learner-summary`;

/** Everything that a client can see: its plans, its learners, its catalogs. */
async function readAll({ get, readPlans }: LicensingCaller, company: string) {
  const { body } = await get(`${summaryOf(company)}?page_size=100`);
  return { plans: await readPlans(), learners: body, catalogs: (await get(catalogs)).body };
}

describe.each(dialects)('in the %s', (dialect) => {
  test('counts add up after assigning and revoking at once', async () => {
    const { assign, revoke, readPlans } = await startLicensing({ dialect });
    const before = await readPlans();

    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const plan = companyPlans[index % companyPlans.length]!.uuid;
        const own = [`x-${index % 5}@tarnholt.example`];
        await assign(plan, { user_emails: own });
        await revoke(plan, { user_emails: own });
        await revoke(plan, { user_emails: [createPerson('tarnholt.example', index).email] });
      }),
    );

    const after = await readPlans();
    for (const { licenses } of after) {
      const { activated, assigned, unassigned, total, allocated } = licenses;
      expect(total).toBe(activated + assigned + unassigned);
      expect(allocated).toBe(activated + assigned);
    }
    expect(after.map(({ licenses }) => licenses.total)).toEqual(
      before.map(({ licenses }) => licenses.total),
    );
  });

  test('fifty who want three licenses each get all three or none', async () => {
    const { assign, readPlan } = await startLicensing({ dialect });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        assign(printedPlan, {
          user_emails: [0, 1, 2].map((number) => `crowd-${index}-${number}@tarnholt.example`),
        }),
      ),
    );

    // Forty are free, thirteen times three fit.
    const given = answers.filter(({ status }) => status === 200);
    expect(given).toHaveLength(13);
    for (const { body } of given) expect(body).toMatchObject({ num_successful_assignments: 3 });
    expect((await readPlan(printedPlan)).licenses).toMatchObject({ unassigned: 1, total: 120 });
  });

  test('one company sees and changes nothing of the other', async () => {
    const first = await startLicensing({ dialect });
    const second = await callAs(first.sandbox, 'sandbox-other');
    const own = await readAll(first, ownCompany);
    const other = await readAll(second, otherCompany);
    const ownCatalog = own.plans[0]!.enterprise_catalog_uuid!;

    for (const [caller, company, plan, catalog] of [
      [first, otherCompany, otherPlans[0]!.uuid, foreignCatalogUuid],
      [second, ownCompany, printedPlan, ownCatalog],
    ] as const) {
      const byCustomer = `enterprise_customer_uuid=${company}`;
      const answers = [
        await caller.get(summaryOf(company)),
        await caller.get(`${catalogs}/${catalog}`),
        await caller.get(`${catalogs}/${catalog}/courses/A+1`),
        await caller.get(`${catalogs}/${catalog}/course-runs/course-v1:A+1+1`),
        await caller.get(`${catalogs}/${catalog}/programs/${company}`),
        await caller.assign(plan, { user_emails: emails }),
        await caller.revoke(plan, { user_emails: emails }),
        await caller.enroll(byCustomer, { emails, course_run_keys: ['a'], notify: false }),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
      const plans = await caller.get(`${subscriptionsPath}?${byCustomer}`);
      expect(plans.body).toMatchObject({ count: 0, results: [] });
    }

    expect(await readAll(first, ownCompany)).toEqual(own);
    expect(await readAll(second, otherCompany)).toEqual(other);
    expect(other.learners).toMatchObject({ count: 24 });
    expect(JSON.stringify(own)).not.toMatch(/rowanfell/i);
    expect(JSON.stringify(other)).not.toMatch(/tarnholt/i);
    expect(other.catalogs).toMatchObject({ count: 1, results: [{ uuid: foreignCatalogUuid }] });
  });

  test('the other company assigns, revokes and enrolls on its own plan', async () => {
    const { sandbox } = await startLicensing({ dialect });
    const { assign, revoke, enroll, readPlans } = await callAs(sandbox, 'sandbox-other');
    const [plan] = await readPlans();
    const query = `enterprise_customer_uuid=${otherCompany}`;

    const statuses = [
      await assign(plan!.uuid, { user_emails: emails }),
      await enroll(query, { emails, course_run_keys: ['a'], notify: false }),
      await revoke(plan!.uuid, { user_emails: emails }),
    ].map(({ status }) => status);

    expect(statuses).toEqual([200, 201, dialect === 'gateway' ? 200 : 204]);
  });

  test('no plan is current when all have ended', async () => {
    const file = createFile();
    await startLicensing({ state: file });
    const { get } = await startLicensing({ dialect, state: file, now: new Date('2029-01-01') });
    const own = `${subscriptionsPath}?enterprise_customer_uuid=${ownCompany}`;

    expect((await get(`${own}&current=true`)).body).toMatchObject({ count: 0, results: [] });
    expect((await get(own)).body).toMatchObject({ count: 6 });
  });

  test('a lock comes before what is wrong with the fields', async () => {
    const file = createFile();
    const { assign } = await startLicensing({ dialect, state: file });
    open(file).exec('BEGIN IMMEDIATE');

    expect((await assign(printedPlan, {})).status).toBe(423);
  });
});

test('a cap that another program uses up meanwhile stops the licenses that are left', async () => {
  const file = createFile();
  const { revoke } = await startLicensing({ dialect: 'gateway', state: file });
  open(file).exec(
    `CREATE TRIGGER use_up AFTER UPDATE OF status ON licenses
     BEGIN UPDATE plans SET applied = 5 WHERE uuid = NEW.plan; END`,
  );
  const [first, second] = [0, 1].map((number) => createPerson('tarnholt.example', number).email);

  const { status, body } = await revoke(cappedPlan, { user_emails: [first, second] });

  expect(status).toBe(207);
  const error = expect.stringMatching(
    /^Action: license revocation failed for license: [0-9a-f-]{36} because: License revocation limit has been reached\.\. user_email: /,
  ) as unknown;
  expect(body).toMatchObject({
    successful_revocations: [{ user_email: first }],
    unsuccessful_revocations: [{ error, error_response_status: 400, user_email: second }],
  });
});

test('the company is the customer of the catalogs, which the token names', async () => {
  const data = path.dirname(createFile());
  const company = '204b1785-2d3a-2000-248d-2ae7a56e6355';
  writeDataFolder(data, {
    catalogs: [
      {
        uuid: unknownUuid,
        title: 'Ours',
        enterprise_customer: company,
        catalog_query_uuid: null,
        content_last_modified: null,
        catalog_modified: '2026-10-01T00:00:00Z',
        query_title: null,
      },
    ],
    contents: { [unknownUuid]: {} },
  });
  const { sandbox, get, readPlans } = await startLicensing({ data });
  const other = await callAs(sandbox, 'sandbox-other');

  const statuses = await Promise.all([
    get(catalogs),
    get(`${catalogs}/${unknownUuid}`),
    get(summaryOf(company)),
    get(summaryOf(ownCompany)),
    get(`${catalogs}/${foreignCatalogUuid}`),
    other.get(`${catalogs}/${unknownUuid}`),
    other.get(`${catalogs}/${foreignCatalogUuid}`),
  ]);
  const [plan] = await readPlans();

  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403, 403, 200]);
  expect(plan).toMatchObject({ enterprise_customer_uuid: company });
  expect(await readRoles(sandbox)).toEqual([`enterprise_admin:${company}`]);
});

test('the record of requests has no address and no token in it', async () => {
  const { sandbox, assign } = await startLicensing();
  await assign(printedPlan, { user_emails: emails });

  expect(sandbox.requests).toHaveLength(2);
  expect(JSON.stringify(sandbox.requests)).not.toMatch(/@|eyJ/);
});

async function readRoles({ url, clientId, clientSecret }: Sandbox): Promise<unknown> {
  const response = await fetch(`${url}/oauth2/v1/access_token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      token_type: 'jwt',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  const claims = Buffer.from(token.split('.')[1]!, 'base64url').toString();
  return (JSON.parse(claims) as { roles: unknown }).roles;
}

/** The path of a state file that does not exist yet, and goes with the test. */
function createFile(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-state-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return path.join(directory, 'state.sqlite');
}

/** A connection beside the sandbox's own. */
function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  return database;
}
