import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { getOperation, openStore } from '#admin/store';
import { ownCompany, printedPlan, type dialects } from './licensing-sandbox.ts';
import { assign, people, readLog, startOperations } from './operation-runner.ts';

const program = fileURLToPath(import.meta.resolve('./operations-process.ts'));

/**
 * An operation that assigns so many addresses, written down in a SQLite file for servers in processes of their
 * own. `start` starts one; `expectExactlyOnce` asks the sandbox and the log.
 */
export async function startKillable(dialect: (typeof dialects)[number], addresses: number) {
  const world = await startOperations({ dialect });
  const { sandbox, state } = world;
  world.addSeats(addresses);
  const databaseFile = path.join(path.dirname(state), 'admin.sqlite');
  const store = await openStore(databaseFile);
  onTestFinished(() => store.destroy());
  const confirming = world.startRunner({ store });
  await confirming.runner.close();
  const emails = people(addresses).split('\n');
  const id = await confirming.confirm(assign(emails.join('\n')));

  return {
    sandbox,
    /** How many of the addresses have a license. */
    countDone: () => {
      const holders = world.listHolders();
      return emails.filter((email) => holders.has(email)).length;
    },
    start(): ChildProcess {
      const server = spawn(process.execPath, [program, databaseFile, sandbox.url, ownCompany], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      onTestFinished(() => void server.kill('SIGKILL'));
      return server;
    },
    async expectExactlyOnce(kills: number): Promise<void> {
      const holders = world.listHolders(printedPlan);
      expect(emails.filter((email) => holders.get(email) !== 1)).toEqual([]);
      expect(await getOperation(store, id)).toMatchObject({ state: 'done' });
      const log = await readLog(store, id);
      const answered = log.filter(({ detail }) => detail['answer'] === 'answered');
      const requests = answered.map(({ detail }) => detail['request']);
      expect(requests.toSorted((a, b) => Number(a) - Number(b))).toEqual(
        Array.from({ length: addresses / 100 }, (_, index) => index),
      );
      const sum = (code: string): number =>
        answered.reduce((total, { detail }) => total + Number(detail[code] ?? 0), 0);
      expect(sum('assigned') + sum('already-associated')).toBe(addresses);
      const resumed = log.filter(({ action }) => action === 'operation-resumed');
      const unknown = resumed.reduce((total, { detail }) => total + Number(detail['unknown']), 0);
      const again = log.filter(({ detail }) => detail['decision'] === 'again').length;
      expect(resumed.length).toBeLessThanOrEqual(kills);
      // Each request whose answer nobody read was decided once, and sent once more.
      expect(again).toBe(unknown);
      expect(log.filter(({ action }) => action === 'request-sent')).toHaveLength(
        addresses / 100 + unknown,
      );
      expect(log.at(-1)).toMatchObject({
        action: 'operation-ended',
        detail: { result: 'done', succeeded: addresses },
      });
    },
  };
}

export async function kill(server: ChildProcess): Promise<void> {
  const exit = once(server, 'exit');
  server.kill('SIGKILL');
  await exit;
}
