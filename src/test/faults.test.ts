import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, writeDataFolder, type Sandbox } from '#sandbox';
import { faultActions } from '../sandbox/faults/actions.ts';
import { createCourseResource, createProgramResource } from './builders.ts';
import { bodyCases } from './fault-cases/bodies.ts';
import { connectionCases } from './fault-cases/connections.ts';
import { courseKeys } from './fault-cases/expectations.ts';
import { listCases } from './fault-cases/lists.ts';
import { readFaultRows } from './fault-cases/read-rows.ts';
import { runCase } from './fault-cases/run-case.ts';
import { statusCases } from './fault-cases/statuses.ts';

const data = mkdtempSync(path.join(tmpdir(), 'prospectus-faults-'));
const cases = { ...connectionCases, ...statusCases, ...bodyCases, ...listCases };
const rows = readFaultRows();
let sandbox: Sandbox;

beforeAll(() => {
  writeDataFolder(data, {
    catalogs: [{ uuid: 'core', title: 'Core', enterprise_customer: 'company-1' }],
    contents: { core: { courses: courseKeys, programs: ['program-1'] } },
    courses: courseKeys.map((key) => ({ ...createCourseResource({ key, title: key }) })),
    programs: [{ ...createProgramResource({ uuid: 'program-1' }) }],
  });
});

// A server for each, so that no open connection of another case is used.
beforeEach(async () => {
  sandbox = await createSandbox({ data });
});

afterEach(() => sandbox.close());

afterAll(() => rmSync(data, { recursive: true }));

test.each(Object.entries(cases))('what the client does about: %s', async (name, faultCase) => {
  const added = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: rows.get(name) ?? '',
  });
  expect(added.status, await added.text()).toBe(201);

  await faultCase.check(await runCase(sandbox, faultCase));
});

test('every fault of the README has a case, and every case is in the README', () => {
  expect([...rows.keys()].toSorted()).toEqual(Object.keys(cases).toSorted());
});

test('everything that a fault can do is in the README', () => {
  const shown = [...rows.values()].join('\n');

  expect(Object.keys(faultActions).filter((name) => !shown.includes(`"${name}":`))).toEqual([]);
});
