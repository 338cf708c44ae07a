import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import openapiTs, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOpenApiDocument } from '#openapi';
import { createSandbox, type Sandbox } from '#sandbox';

const run = promisify(execFile);
/** The plan of the reference's requests. */
const plan = '904b1785-9d3a-1000-848d-6ae7a56e6355';
// Within the project, so that the program finds its packages.
const cache = path.resolve('node_modules/.cache');
let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ courses: 24 });
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'foreign-client-'));
  cpSync('src/test/fixtures/foreign-client.txt', path.join(folder, 'client.ts'));
  const types = await openapiTs(createOpenApiDocument() as unknown as OpenAPI3);
  writeFileSync(path.join(folder, 'api.d.ts'), astToString(types));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
});

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a client generated from the OpenAPI document compiles, reads all catalogs and assigns a license', async () => {
  const { url, clientId, clientSecret } = sandbox;
  const options = ['--strict', '--skipLibCheck', '--ignoreConfig', '--types', 'node'];
  const compile = run('tsc', [...options, '--module', 'nodenext', 'client.ts'], { cwd: folder });
  // The compiler says what is wrong on standard output.
  const problems = await compile.catch((error: unknown) => error as { stdout: string });
  expect(problems.stdout).toBe('');

  const { stdout } = await run(process.execPath, ['client.js', url, clientId, clientSecret, plan], {
    cwd: folder,
  });
  const { titles, assigned } = JSON.parse(stdout) as {
    titles: string[];
    assigned: { user_email: string }[];
  };

  expect(titles).toHaveLength(5);
  expect(assigned).toMatchObject([{ user_email: 'ada.foreign@tarnholt.example' }]);
});
