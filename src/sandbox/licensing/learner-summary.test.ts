import { describe, expect, test } from 'vitest';
import {
  callAs,
  dialects,
  otherCompany,
  ownCompany,
  printedPlan,
  startLicensing,
  unknownUuid,
  type LicensingCaller,
} from '../../test/licensing-sandbox.ts';
import { deployedFields, referenceFields } from './learner-fields.ts';

type Row = Record<string, string | number | boolean | null>;
interface List {
  count: number;
  next: string | null;
  previous: string | null;
  results: Row[];
}

const path = `/enterprise/v3/enterprise-customer/${ownCompany}/learner-summary`;
const aboutLearners = ['user_email', 'user_username', 'enterprise_user_id', 'current_grade'];

async function readList({ get }: LicensingCaller, query = ''): Promise<List> {
  return (await get(path + query)).body as List;
}

async function readAll(caller: LicensingCaller, query = ''): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1, total = 1; rows.length < total; page += 1) {
    const list = await readList(caller, `?page_size=100&page=${page}${query}`);
    total = list.count;
    rows.push(...list.results);
  }
  return rows;
}

describe.each(dialects)('the learner summary of the %s', (dialect) => {
  test('is a page of its size, with links to the others', async () => {
    const caller = await startLicensing({ dialect });
    const { sandbox } = caller;
    const isGateway = dialect === 'gateway';
    const size = isGateway ? 10 : 20;

    const first = await readList(caller);
    const second = await readList(caller, '?page=2');
    const last = await readList(caller, '?page=last');

    expect(Object.keys(first)).toEqual(['count', 'next', 'previous', 'results']);
    expect(first).toMatchObject({
      count: 500,
      next: `${sandbox.url}${path}?page=2`,
      previous: isGateway ? '' : null,
    });
    expect(first.results).toHaveLength(size);
    expect(second.previous).toBe(sandbox.url + path);
    expect(last).toMatchObject({ next: isGateway ? '' : null });
  });

  test('has each field of its table in order, and every row once', async () => {
    const caller = await startLicensing({ dialect });
    const fields = dialect === 'gateway' ? deployedFields : referenceFields;

    const rows = await readAll(caller);

    expect(fields).toHaveLength(dialect === 'gateway' ? 56 : 44);
    for (const row of rows) expect(Object.keys(row)).toEqual(fields.map(([name]) => name));
    expect(new Set(rows.map((row) => row['enterprise_enrollment_id'])).size).toBe(500);
  });

  test('has rows of every kind, and nothing of learners without consent', async () => {
    const rows = await readAll(await startLicensing({ dialect }));
    const withConsent = rows.filter((row) => row['is_consent_granted'] === true);
    const without = rows.filter((row) => row['is_consent_granted'] === false);

    expect(withConsent.length + without.length).toBe(500);
    expect(without.length).toBeGreaterThan(50);
    for (const row of without) {
      expect(aboutLearners.map((name) => row[name])).toEqual([null, null, null, null]);
    }
    for (const status of ['Passed', 'Failed', 'In Progress']) {
      expect(withConsent.some((row) => row['progress_status'] === status)).toBe(true);
    }
    expect(withConsent.some((row) => row['unenrollment_date'] !== null)).toBe(true);
    for (const row of withConsent) expect(row['user_email']).toMatch(/^[^@]+@tarnholt\.example$/);
  });

  test('has the latest activity first, and rows without one last', async () => {
    const rows = await readAll(await startLicensing({ dialect }));
    const days = rows.map((row) => String(row['last_activity_date'] ?? ''));

    expect(days).toEqual(days.toSorted().reverse());
    expect(days.at(-1)).toBe('');
  });

  test.each([
    ['0', 20, 10],
    ['-5', 20, 10],
    ['many', 20, 10],
    ['3', 3, 3],
    ['1000', 100, 500],
  ])('of page_size %s has %i rows in the reference, %i deployed', async (size, own, deployed) => {
    const { results } = await readList(await startLicensing({ dialect }), `?page_size=${size}`);

    expect(results).toHaveLength(dialect === 'gateway' ? deployed : own);
  });

  test('has 1000 rows a page at most', async () => {
    const caller = await startLicensing({ dialect, learners: 1100 });
    const { count, results } = await readList(caller, '?page_size=5000');

    expect(count).toBe(1100);
    expect(results).toHaveLength(dialect === 'gateway' ? 1000 : 100);
  });

  test.each(['0', '9999', 'abc'])('has no page %s', async (page) => {
    const { get } = await startLicensing({ dialect });
    const { status, body } = await get(`${path}?page=${page}`);

    expect([status, body]).toEqual([404, { detail: 'Invalid page.' }]);
  });

  test.each([
    ['another company’s', otherCompany],
    ['unknown', unknownUuid],
    ['no UUID', 'bad'],
  ])('is forbidden for a customer that is %s', async (_name, customer) => {
    const { get } = await startLicensing({ dialect });
    const { status, body } = await get(
      `/enterprise/v3/enterprise-customer/${customer}/learner-summary`,
    );

    expect([status, body]).toEqual([403, { detail: 'MISSING: can_access_enterprise' }]);
  });

  test('is forbidden to other clients', async () => {
    const { sandbox } = await startLicensing({ dialect });
    for (const client of ['sandbox-other', 'sandbox-guest']) {
      const { status, body } = await (await callAs(sandbox, client)).get(path);
      expect([status, body]).toEqual([403, { detail: 'MISSING: can_access_enterprise' }]);
    }
  });
});

describe('ordering in the reference', () => {
  test('goes by every field of the response, ascending and descending', async () => {
    const caller = await startLicensing({ learners: 60 });

    for (const [name] of referenceFields) {
      const up = (await readAll(caller, `&ordering=${name}`)).map((row) => row[name] ?? null);
      const down = (await readAll(caller, `&ordering=-${name}`)).map((row) => row[name] ?? null);
      expect(up, name).toEqual(up.toSorted(compare));
      expect(down, `-${name}`).toEqual(down.toSorted((a, b) => compare(b, a)));
    }
  });

  test('goes by several fields, and ignores what is none', async () => {
    const caller = await startLicensing({ learners: 60 });
    const byDefault = await readAll(caller);

    const rows = await readAll(caller, '&ordering=nothing,-course_key, enrollment_date');
    const pairs = rows.map(({ course_key: key, enrollment_date: day }) => [key, day]);
    const sorted = pairs.toSorted(
      ([key, day], [otherKey, otherDay]) => compare(otherKey!, key!) || compare(day!, otherDay!),
    );
    expect(pairs).toEqual(sorted);
    // Names of columns that the response lacks are no fields either.
    for (const ordering of ['nothing', '-id', 'company', "id;DROP TABLE plans'", '-', ',', '']) {
      const query = `&ordering=${encodeURIComponent(ordering)}`;
      expect(await readAll(caller, query)).toEqual(byDefault);
    }
  });

  test('stays in the links', async () => {
    const { next } = await readList(await startLicensing(), '?ordering=-course_key');

    expect(new URL(next!).searchParams.get('ordering')).toBe('-course_key');
  });

  test('does not reach the deployed service', async () => {
    const caller = await startLicensing({ dialect: 'gateway', learners: 60 });

    expect(await readAll(caller, '&ordering=course_key')).toEqual(await readAll(caller));
    expect((await readList(caller, '?ordering=course_key')).next).not.toContain('ordering');
  });
});

test('the reference’s own customer stands for the first company', async () => {
  const { get } = await startLicensing();
  const printed = `/enterprise/v3/enterprise-customer/${printedPlan}/learner-summary`;

  expect(await get(printed)).toMatchObject({ status: 200, body: { count: 500 } });
});

/** SQLite's order: nothing, numbers, texts by their bytes. */
function compare(a: Row[string], b: Row[string]): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return rank(a) - rank(b) || Number(a) - Number(b);
}

function rank(value: Row[string]): number {
  if (value === null) return 0;
  return typeof value === 'string' ? 2 : 1;
}
