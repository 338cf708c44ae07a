import { XMLParser } from 'fast-xml-parser';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, writeDataFolder, type Sandbox } from '#sandbox';
import { referenceFields } from './fixtures/reference/fields.ts';
import {
  readReferenceCommands,
  runCurl,
  type CurlAnswer,
  type ReferenceCommand,
} from './reference-curl.ts';

type Item = Record<string, unknown>;
type Example = Item & { key: string; uuid: string; title: string };
interface List {
  count: number;
  next: string | null;
  previous: string | null;
  results: Item[];
}

// The company, the catalog and the items of the reference's requests and examples.
const customer = '204b1785-2d3a-2000-248d-2ae7a56e6355';
const catalog = '3f56a21c-76c8-47c0-add8-a99714d40d94';
const program = { ...readExample('program'), uuid: '7b24a21c-98c8-47c0-b9c8-g54714d40d94' };
const course = { ...readExample('course'), key: 'MyUni+Sport101x' };
const run = { ...readExample('course-run'), key: 'course-v1:MyUni+Sport101x' };

const host = 'https://api.edx.org';
const commands = readReferenceCommands();
const expectedStatuses: Record<string, number> = { '3.5.3': 204, '3.6.3': 201 };
/** What the two ways of sending a command are answered, by section and number. */
const inJson = new Map<string, CurlAnswer>();
const asPrinted = new Map<string, CurlAnswer>();
const data = mkdtempSync(path.join(tmpdir(), 'prospectus-reference-'));

beforeAll(async () => {
  writeDataFolder(data, {
    catalogs: [
      {
        uuid: catalog,
        title: 'All Content',
        enterprise_customer: customer,
        catalog_query_uuid: null,
        content_last_modified: '2026-07-01T10:11:12.345Z',
        catalog_modified: '2026-06-30T08:00:00.123456Z',
        query_title: null,
        include_exec_ed_2u_courses: false,
      },
    ],
    contents: {
      [catalog]: { courses: [course.key], programs: [program.uuid], course_runs: [run.key] },
    },
    courses: [course],
    programs: [program],
    courseRuns: [run],
  });
  // A sandbox for each way: the second one must not find what the first one changed.
  await runAll(inJson, ['-H', 'Accept: application/json']);
  await runAll(asPrinted, []);
});

afterAll(() => rmSync(data, { recursive: true }));

function readExample(name: string): Example {
  const url = new URL(`./fixtures/reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Example;
}

async function runAll(answers: Map<string, CurlAnswer>, added: string[]): Promise<void> {
  const sandbox = await createSandbox({ data, now: new Date('2026-11-25T12:00:00Z') });
  try {
    const token = await askForToken(sandbox);
    answers.set('token', token);
    const { access_token: jwt } = JSON.parse(token.body) as { access_token: string };
    for (const command of commands) {
      const words = command.words.map((word) =>
        word
          .replace(host, sandbox.url)
          .replace('{access token}', jwt)
          .replace('{{enterprise_uuid}}', customer),
      );
      const answer = await runCurl([...words, ...added]);
      answers.set(nameOf(command), {
        ...answer,
        body: answer.body.replaceAll(sandbox.url, host),
      });
    }
  } finally {
    await sandbox.close();
  }
}

/** api-ground-truth §2.1: the reference leaves it to another page. */
function askForToken({ url, clientId, clientSecret }: Sandbox): Promise<CurlAnswer> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    token_type: 'jwt',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const type = 'Content-Type: application/x-www-form-urlencoded';
  return runCurl([
    ...['-X', 'POST', `${url}/oauth2/v1/access_token`],
    ...['-H', type, '-d', form.toString()],
  ]);
}

function nameOf({ section, number }: ReferenceCommand): string {
  return `${section}, ${String(number)}`;
}

function readJson<Body>(name: string): Body {
  return JSON.parse(inJson.get(name)?.body ?? '') as Body;
}

function expectList(name: string, count: number): Item[] {
  const list = readJson<List>(name);
  expect(Object.keys(list)).toEqual(['count', 'next', 'previous', 'results']);
  expect(list.count).toBe(count);
  expect(list.previous).toBeNull();
  return list.results;
}

function expectFields(item: Item | undefined, fields: string): void {
  expect(Object.keys(item ?? {}).toSorted()).toEqual(fields.trim().split(/\s+/).toSorted());
}

test('all fifteen commands are there', () => {
  expect(commands).toHaveLength(15);
});

describe.each(commands.map((command) => [nameOf(command), command] as const))(
  'the command of §%s',
  (name, { section, method, words }) => {
    test('has the documented status, asking for JSON and as printed', () => {
      const expected = expectedStatuses[section] ?? 200;

      expect(inJson.get(name)?.status).toBe(expected);
      expect(asPrinted.get(name)?.status).toBe(expected);
    });

    test('gives JSON where it is asked for, and to POSTs; else the same as XML', () => {
      const json = inJson.get(name)!;
      const printed = asPrinted.get(name)!;
      if (json.status === 204) {
        expect([json.body, printed.body]).toEqual(['', '']);
        return;
      }
      expect(json.contentType).toBe('application/json');
      if (method === 'POST' || words.includes('Accept: application/json')) {
        expect(printed.contentType).toBe('application/json');
        expect(withoutJob(printed.body)).toEqual(withoutJob(json.body));
      } else {
        expect(printed.contentType).toBe('application/xml; charset=utf-8');
        expect(parseXml(printed.body)).toEqual(toPlain(JSON.parse(json.body)));
      }
    });
  },
);

describe('the documented answers', () => {
  test('of the token', () => {
    for (const answers of [inJson, asPrinted]) {
      const { status, contentType, body } = answers.get('token')!;
      expect([status, contentType]).toEqual([200, 'application/json']);
      expect(Object.keys(JSON.parse(body) as object)).toEqual([
        ...['access_token', 'expires_in', 'token_type', 'scope'],
      ]);
    }
  });

  test('of subscriptions: all plans, or the current one of a customer', () => {
    for (const plan of expectList('3.3.2, 1', 7)) {
      expectFields(plan, referenceFields.subscriptionPlan);
      const { results } = readExample('subscriptions') as unknown as List;
      expectFields(plan['licenses'] as Item, Object.keys(results[0]!['licenses']!).join(' '));
      if (plan['revocations'] !== null) {
        expectFields(plan['revocations'] as Item, 'total used remaining');
      }
    }
    expect(expectList('3.3.3, 1', 1)[0]).toMatchObject({ is_active: true });
  });

  test('of assigning, and of bulk enrollment', () => {
    const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown;
    const { license_assignments: examples, ...counts } = readExample('license-assignments');

    expect(readJson('3.4.3, 1')).toEqual({
      ...counts,
      license_assignments: (examples as Item[]).map((example) => ({ ...example, license: uuid })),
    });
    expect(readJson('3.6.3, 1')).toEqual({ job_id: uuid });
  });

  test('of the catalogs and their content', () => {
    expectFields(expectList('3.7.2, 1', 1)[0], referenceFields.catalog);
    for (const name of ['3.8.2, 1', '3.8.3, 1']) {
      const keys = expectList(name, 3).map((item) => item['key'] ?? item['uuid']);
      expect(keys).toEqual([course.key, program.uuid, run.key]);
    }
  });

  test.each([
    ['3.2, 1', course],
    ['3.9.2, 1', course],
    ['3.10.2, 1', run],
    ['3.11.2, 1', program],
  ])('of §%s is the example', (name, example) => {
    expect(Object.keys(readJson<Item>(name)).toSorted()).toEqual(
      expect.arrayContaining(Object.keys(example)),
    );
    expect(readJson(name)).toMatchObject({ title: example.title, uuid: example.uuid });
  });

  test('of the learner summary', () => {
    for (const row of expectList('3.13.2, 1', 500)) {
      expectFields(row, referenceFields.learnerSummary);
    }
  });
});

/** Every job has another id. */
function withoutJob(body: string): unknown {
  return JSON.parse(body.replace(/"job_id":"[^"]*"/, '"job_id":""'));
}

function parseXml(text: string): unknown {
  const parser = new XMLParser({
    ignoreDeclaration: true,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => name === 'list-item',
  });
  return (parser.parse(text) as { root: unknown }).root;
}

/** What is left of JSON in the services' XML (api-ground-truth §8). */
function toPlain(value: unknown): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : { 'list-item': value.map(toPlain) };
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    if (entries.length === 0) return '';
    return Object.fromEntries(entries.map(([name, child]) => [name, toPlain(child)]));
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
