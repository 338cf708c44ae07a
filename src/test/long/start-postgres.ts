import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { findQuietPort } from '../../../scripts/lib/find-quiet-port.ts';

const debianFolder = '/usr/lib/postgresql';

/**
 * Starts a PostgreSQL server of its own on a free port of 127.0.0.1, in a folder that goes with it. Installs
 * Debian's package where it is missing and this is root, else throws naming it.
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const binaries = findBinaries() ?? install();
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-postgres-'));
  const user = getUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  execFileSync(
    path.join(binaries, 'initdb'),
    ['--pgdata', data, '--username=admin', '--auth=trust', '--no-sync', '--encoding=UTF8'],
    { ...user, cwd: folder, stdio: 'pipe' },
  );
  const port = await findQuietPort();
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(
    path.join(binaries, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const url = `postgres://admin@127.0.0.1:${String(port)}/postgres`;
  await waitUntilReady(url);
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function findBinaries(): string | undefined {
  if (!existsSync(debianFolder)) return undefined;
  return readdirSync(debianFolder)
    .map((version) => path.join(debianFolder, version, 'bin'))
    .find((folder) => existsSync(path.join(folder, 'initdb')));
}

function install(): string {
  if (process.getuid?.() === 0) {
    execFileSync(
      '/usr/bin/apt-get',
      ['install', '--yes', '--no-install-recommends', 'postgresql'],
      {
        stdio: 'pipe',
      },
    );
  }
  const binaries = findBinaries();
  if (binaries !== undefined) return binaries;
  throw new Error('PostgreSQL is missing: install Debian’s package "postgresql".');
}

/** PostgreSQL refuses to run as root. */
function getUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const getId = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: getId('-u'), gid: getId('-g') };
}

async function waitUntilReady(url: string): Promise<void> {
  for (let attempts = 0; attempts < 100; attempts += 1) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(200);
    }
  }
  throw new Error('PostgreSQL did not start within 20 seconds.');
}
