import { describe, expect, test } from 'vitest';
import { setUpClient } from '../test/api-client.ts';
import type { Answer } from '../test/http-server.ts';

const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}-${index}`);
const addresses = (count: number) => many(count, 'learner').map((name) => `${name}@x.example`);

async function enroll(
  people: string[],
  keys: string[],
  answer: (index: number) => Answer = (index) => ({
    status: 201,
    body: { job_id: `job-${index}` },
  }),
) {
  const { client, asked } = await setUpClient((_request, index) => answer(index));
  const result = await client
    .bulkEnroll({
      enterpriseCustomerUuid: 'company-1',
      subscriptionUuid: 'plan-1',
      emails: people,
      courseRunKeys: keys,
      notify: true,
    })
    .catch((error: unknown) => ({ jobs: [], failure: undefined, error }));
  const bodies = asked().map(
    ({ body }) => JSON.parse(body) as { emails: string[]; course_run_keys: string[] },
  );
  return { client, asked: asked(), bodies, result };
}

test('the customer is named in the address and in the body, the plan in the address', async () => {
  const { client, asked, result } = await enroll(
    ['A@x.example ', 'a@x.example'],
    ['course-v1:A+B+1', 'course-v1:A+B+1'],
  );

  expect(asked.map(({ path, query }) => [path, Object.fromEntries(query)])).toEqual([
    [
      '/enterprise/v1/bulk-license-enrollment',
      { enterprise_customer_uuid: 'company-1', subscription_uuid: 'plan-1' },
    ],
  ]);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    enterprise_customer_uuid: 'company-1',
    emails: ['a@x.example'],
    course_run_keys: ['course-v1:A+B+1'],
    notify: true,
  });
  expect(result).toEqual({
    jobs: [{ jobId: 'job-0', emails: ['a@x.example'], courseRunKeys: ['course-v1:A+B+1'] }],
  });
  expect(client.statistics.requestsByKind).toMatchObject({ enroll: 1 });
});

describe('calls keep to both limits', () => {
  test.each([
    [1, 1, 1],
    [500, 1, 1],
    [501, 1, 2],
    [1000, 1, 2],
    [100, 7, 2],
    [1, 600, 2],
    [3, 499, 3],
    [2, 1200, 6],
  ])('%i learners and %i courses: %i calls', async (learnerCount, keyCount, callCount) => {
    const people = addresses(learnerCount);
    const keys = many(keyCount, 'course-v1:A+B+');

    const { bodies, result } = await enroll(people, keys);

    expect(bodies).toHaveLength(callCount);
    for (const { emails, course_run_keys: some } of bodies) {
      expect(emails.length * some.length).toBeLessThanOrEqual(500);
      expect(emails.length + some.length).toBeLessThanOrEqual(1000);
    }
    const pairs = bodies.flatMap(({ emails, course_run_keys: some }) =>
      emails.flatMap((email) => some.map((key) => `${email} ${key}`)),
    );
    expect(pairs.length).toBe(learnerCount * keyCount);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(result.jobs).toHaveLength(callCount);
  });
});

describe('where a later call fails', () => {
  const people = addresses(1200);

  test('what was accepted is told, with what was not', async () => {
    const { bodies, result } = await enroll(people, ['course-v1:A+B+1'], (index) =>
      index === 1 ? { status: 500, body: 'x' } : { status: 201, body: { job_id: 'job-0' } },
    );

    expect(bodies).toHaveLength(2);
    expect(result).toEqual({
      jobs: [{ jobId: 'job-0', emails: people.slice(0, 500), courseRunKeys: ['course-v1:A+B+1'] }],
      failure: {
        error: expect.objectContaining({ outcome: 'unknown', repeatable: false }),
        chunk: { emails: people.slice(500, 1000), courseRunKeys: ['course-v1:A+B+1'] },
        rest: [{ emails: people.slice(1000), courseRunKeys: ['course-v1:A+B+1'] }],
      },
    });
  });

  test('nothing accepted is an error', async () => {
    const text = 'Too many provided enrollments, please try a smaller request.';
    const { bodies, result } = await enroll(people, ['course-v1:A+B+1'], () => ({
      status: 400,
      body: JSON.stringify(text),
    }));

    expect(bodies).toHaveLength(1);
    expect(result).toMatchObject({ error: { status: 400, detail: text.slice(0, -1) } });
  });
});
