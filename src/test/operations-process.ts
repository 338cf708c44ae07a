import { setTimeout as sleep } from 'node:timers/promises';
import { createOperationRunner } from '#admin/operations';
import { listUnfinishedOperations, openStore } from '#admin/store';
import { createEnterpriseApiClient } from '#enterprise-api';

/**
 * What a server does with operations, in a process of its own that tests kill: goes on with those of a store
 * until all are over, then ends.
 */
const [databaseFile = '', apiUrl = '', enterpriseCustomer = ''] = process.argv.slice(2);
const clock = {
  now: Date.now,
  sleep: (ms: number, signal?: AbortSignal) => sleep(ms, undefined, { signal }),
};
const store = await openStore(databaseFile);
const runner = createOperationRunner({
  store,
  client: createEnterpriseApiClient({
    apiUrl,
    credentials: { clientId: 'sandbox', clientSecret: 'sandbox-secret' },
    fetch,
    clock,
    tries: 1,
  }),
  enterpriseCustomer,
  ...clock,
  log: { warn: (message) => process.stderr.write(`${message}\n`) },
});
const unfinished = await listUnfinishedOperations(store);
await runner.resume();
for (const { id } of unfinished) {
  const { signal } = new AbortController();
  for await (const { state } of runner.watch(id, signal)) process.stdout.write(`${state}\n`);
}
await runner.close();
await store.destroy();
