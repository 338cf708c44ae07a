import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openStore } from '#admin/store';
import { expect, onTestFinished, test } from 'vitest';

const run = promisify(execFile);

async function prepare() {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-admin-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'admin.db');
  await (await openStore(file)).destroy();
  const variables = {
    ENTERPRISE_API_URL: 'https://api.tarnholt.example',
    ENTERPRISE_API_TOKEN: 'token',
    ENTERPRISE_CUSTOMER_UUID: 'tarnholt',
    OIDC_ISSUER: 'https://login.tarnholt.example',
    OIDC_CLIENT_ID: 'prospectus',
    OIDC_CLIENT_SECRET: 'secret',
    ADMIN_DATABASE_URL: file,
  };
  const call = (script: string, words: string[], environment: Record<string, string> = variables) =>
    run(process.execPath, [`scripts/${script}`, ...words], { env: environment }).catch(
      (error: unknown) => error as { code: number; stderr: string; stdout: string },
    );
  return { folder, call };
}

test('a backup is written where one asks for it', async () => {
  const { folder, call } = await prepare();
  const copy = path.join(folder, 'copy.db');

  const { stdout } = await call('back-up-admin.ts', [copy]);

  expect(stdout).toContain('is a copy of the admin area’s store');
  expect(existsSync(copy)).toBe(true);
});

test('a clean-up says what went', async () => {
  const { call } = await prepare();

  expect((await call('clean-up-admin.ts', [])).stdout).toMatch(/^Deleted: 0 sessions, 0 sign-ins/);
});

test('without a file, or without an admin area, a command says what is missing', async () => {
  const { call } = await prepare();

  expect(await call('back-up-admin.ts', [])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('admin:backup -- FILE'),
  });
  expect(await call('clean-up-admin.ts', [], {})).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('OIDC_ISSUER'),
  });
});
