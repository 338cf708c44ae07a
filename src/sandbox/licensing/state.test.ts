import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  callAs,
  dialects,
  ownCompany,
  printedPlan,
  startLicensing,
  subscriptionsPath,
} from '../../test/licensing-sandbox.ts';
import { createSandbox } from '../index.ts';

const emails = ['abc@example.com', 'xyz@example.com'];

describe('a state file', () => {
  test('outlives its sandbox', async () => {
    const file = createFile();
    const now = new Date('2026-11-25T12:00:00Z');
    const first = await createSandbox({ courses: 12, state: file, now });
    const before = await callAs(first, 'sandbox');
    await before.assign(printedPlan, { user_emails: emails });
    const plans = await before.readPlans();
    await first.close();
    const { assign, readPlans } = await startLicensing({ state: file });

    expect(await readPlans()).toEqual(plans);
    expect((await assign(printedPlan, { user_emails: emails })).body).toEqual({
      num_successful_assignments: 0,
      num_already_associated: 2,
      license_assignments: [],
    });
  });

  test('must be one of the sandbox', async () => {
    const text = createFile();
    writeFileSync(text, 'Some notes, long enough to be no header of a database. '.repeat(20));
    const foreign = createFile();
    new DatabaseSync(foreign).exec('CREATE TABLE notes (body TEXT)');

    await expect(createSandbox({ courses: 12, state: text })).rejects.toThrow(
      `The state file ${text} cannot be used`,
    );
    await expect(createSandbox({ courses: 12, state: foreign })).rejects.toThrow(
      'The state file holds something else',
    );
  });

  test.each(dialects)(
    'that another program writes to locks assigning in the %s',
    async (dialect) => {
      const file = createFile();
      const { assign } = await startLicensing({ state: file, dialect });
      open(file).exec('BEGIN IMMEDIATE');

      expect(await assign(printedPlan, { user_emails: emails })).toMatchObject({
        status: 423,
        body: 'Assignment currently locked for this subscription plan.',
      });
    },
  );

  // The gateway passes no 422 on.
  test.each([
    ['reference', 422],
    ['gateway', 400],
  ] as const)('that fails changes nothing, in the %s by %i', async (dialect, status) => {
    const file = createFile();
    const { assign, readPlans } = await startLicensing({ state: file, dialect });
    const before = await readPlans();
    open(file).exec(
      `CREATE TRIGGER refuse BEFORE UPDATE ON licenses WHEN new.email = 'xyz@example.com'
       BEGIN SELECT RAISE(ABORT, 'refused'); END`,
    );

    expect(await assign(printedPlan, { user_emails: emails })).toMatchObject({
      status,
      body: 'Database error occurred while assigning licenses, no assignments were completed',
    });
    expect(await readPlans()).toEqual(before);
  });

  test('with many plans lists a hundred a page, the deployed links naming the service', async () => {
    const file = createFile();
    const caller = await startLicensing({ state: file, dialect: 'gateway' });
    const direct = await startLicensing({ state: file });
    copyPlan(file, 120);
    const query = `enterprise_customer_uuid=${ownCompany}`;
    const [first, second] = await Promise.all(
      [`${subscriptionsPath}?${query}`, `${subscriptionsPath}?${query}&page=2`].map(
        async (address) => (await caller.get(address)).body as Page,
      ),
    );
    const own = (await direct.get(`${subscriptionsPath}?${query}`)).body as Page;
    const service = 'https://license-manager.example/api/v1/subscriptions/';

    expect(first).toMatchObject({ next: `${service}?${query}&page=2`, previous: null });
    expect(second).toMatchObject({ next: null, previous: `${service}?${query}` });
    expect(own.next).toBe(`${direct.sandbox.url}${subscriptionsPath}?${query}&page=2`);
    const uuids = [first, second].flatMap((page) => page!.results.map(({ uuid }) => uuid));
    expect(first!.results).toHaveLength(100);
    expect(new Set(uuids).size).toBe(first!.count);
  });
});

test('fifty assigns at once never exceed the seats', async () => {
  const { assign, readPlan } = await startLicensing();
  const before = await readPlan(printedPlan);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      assign(printedPlan, { user_emails: [`crowd-${String(index)}@tarnholt.example`] }),
    ),
  );
  const given = answers.filter(({ status }) => status === 200);
  const licenses = given.flatMap(
    ({ body }) => (body as { license_assignments: { license: string }[] }).license_assignments,
  );

  expect(new Set(licenses.map(({ license }) => license)).size).toBe(before.licenses.unassigned);
  expect(given).toHaveLength(before.licenses.unassigned);
  expect((await readPlan(printedPlan)).licenses).toEqual({
    ...before.licenses,
    unassigned: 0,
    assigned: before.licenses.assigned + before.licenses.unassigned,
    allocated: before.licenses.total,
  });
});

test('the requests that the reference prints have the answers that it documents', async () => {
  const { assign, enroll, get, readPlan, revoke } = await startLicensing();
  const { licenses } = await readPlan(printedPlan);
  const assigned = await assign(printedPlan, {
    user_emails: emails,
    user_sfids: ['001OE000001f26OXZP', '001OE000001a25WXYZ'],
    greeting: 'Hello',
    closing: 'Bye',
    notify_users: true,
  });
  const enrolled = await enroll('enterprise_customer_uuid=abcd-aeiou-wxyz', {
    emails,
    course_run_keys: ['testX'],
    notify: true,
  });
  const current = await get(
    `${subscriptionsPath}?enterprise_customer_uuid=${printedPlan}&page=1&current=true`,
  );
  const revoked = [];
  for (const body of [
    { user_emails: emails },
    { filters: [{ user_email: 'al' }] },
    { filters: [{ status_in: ['activated', 'assigned'] }] },
  ]) {
    revoked.push((await revoke(printedPlan, body)).status);
  }

  expect(assigned.body).toMatchObject({
    num_successful_assignments: 2,
    num_already_associated: 0,
    license_assignments: emails.map((email) => ({ user_email: email })),
  });
  expect(enrolled).toMatchObject({ status: 201, body: { job_id: expect.any(String) as unknown } });
  expect(current.body).toMatchObject({ count: 1, results: [{ uuid: printedPlan }] });
  expect(revoked).toEqual([204, 204, 204]);
  expect((await readPlan(printedPlan)).licenses).toEqual({
    activated: 0,
    assigned: 0,
    allocated: 0,
    unassigned: licenses.total,
    total: licenses.total,
    revoked: licenses.revoked + licenses.allocated + emails.length,
  });
});

interface Page {
  count: number;
  next: string | null;
  previous: string | null;
  results: { uuid: string }[];
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

/** Copies of one plan, without licenses. */
function copyPlan(file: string, count: number): void {
  const database = open(file);
  const columns = database
    .prepare(
      "SELECT group_concat(name, ', ') AS names FROM pragma_table_info('plans') WHERE name <> 'uuid'",
    )
    .get()?.['names'];
  const insert = database.prepare(
    `INSERT INTO plans (uuid, ${String(columns)}) SELECT ?, ${String(columns)} FROM plans WHERE uuid = ?`,
  );
  for (let number = 0; number < count; number += 1) {
    insert.run(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, printedPlan);
  }
}
