import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createSandbox } from '#sandbox';
import { findQuietPort } from '../../../scripts/lib/find-quiet-port.ts';
import { openSandboxAdmin } from '../../../scripts/lib/sandbox-admin.ts';
import { addSeats, listHolders } from '../license-state.ts';
import { people } from '../operation-runner.ts';
import { confirm, follow, review } from './plan-form-request.ts';
import { signIn } from './start-site.ts';

const program = fileURLToPath(import.meta.resolve('../../../scripts/serve-site.ts'));
const addresses = 2000;

test(
  'a server killed in the middle of 2,000 assignments goes on when it is started again',
  { timeout: 120_000 },
  async () => {
    const { start, home, state } = await startKillable();
    addSeats(state, { count: addresses });
    const emails = people(addresses).split('\n');
    const first = await start();
    const manager = await signIn(home, 'manager');
    const form = await review(manager, 'assign', { addresses: emails.join('\n') });
    const id = await confirm(manager, form);
    await follow(manager, id, ({ requests }) => requests.done >= 3);
    await kill(first);
    const before = countDone(state, emails);

    await start();
    await follow(manager, id);

    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(addresses);
    const holders = listHolders(state);
    expect(emails.filter((email) => holders.get(email) !== 1)).toEqual([]);
    const page = await (await manager.ask(`/admin/operations/${id}/`)).text();
    expect(page).toContain('Went on after an interruption');
    expect(page).toContain('Done: 2,000 succeeded.');
    const file = await (await manager.ask(`/admin/operations/${id}/csv/`)).text();
    const assigned = file.split('\r\n').filter((line) => line.includes(',succeeded,'));
    expect(new Set(assigned.map((line) => line.split(',', 1)[0]))).toEqual(new Set(emails));
    expect(assigned).toHaveLength(addresses);
    const log = await (await manager.ask('/admin/log/')).text();
    expect(log).toContain('Done: 2,000 succeeded.');
  },
);

async function startKillable() {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-killed-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const state = path.join(folder, 'licenses.db');
  const sandbox = await createSandbox({ courses: 12, state, switches: { throttle: 'off' } });
  onTestFinished(() => sandbox.close());
  // Slow enough to be killed in the middle.
  sandbox.faults.add({ match: { route: 'assign' }, delayMs: 20 });
  const port = await findQuietPort();
  const siteUrl = `http://localhost:${String(port)}`;
  const company = await openSandboxAdmin({
    ...{ sandbox, siteUrl, basePath: '/' },
    databaseFile: path.join(folder, 'admin.db'),
  });
  onTestFinished(company.close);
  symlinkSync(inject('adminDists')['/'], path.join(folder, 'dist'));

  /** The command that operators use; there once it says where it is. */
  async function start(): Promise<ChildProcess> {
    const server = spawn(process.execPath, [program], {
      cwd: folder,
      env: { PATH: process.env['PATH'], PORT: String(port), ...company.variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => kill(server));
    for await (const line of createInterface(server.stdout)) {
      if (line.startsWith('The site is at')) break;
    }
    server.stdout.resume();
    return server;
  }
  return { start, state, home: `${siteUrl}/admin/` };
}

async function kill(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGKILL');
  await exit;
}

function countDone(state: string, emails: readonly string[]): number {
  const holders = listHolders(state);
  return emails.filter((email) => holders.has(email)).length;
}
