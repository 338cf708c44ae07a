import { deleteOldRows, openStore } from '#admin/store';
import { requireAdminEnvironment } from './lib/require-admin-environment.ts';
import { readOptions, runCommand } from './lib/run-command.ts';

await runCommand(async () => {
  readOptions({}, 'npm run admin:cleanup');
  const { databaseUrl, limits, resultsKeptMs } = requireAdminEnvironment(process.env);
  const store = await openStore(databaseUrl);
  try {
    const gone = await deleteOldRows(store, { now: Date.now(), limits, resultsKeptMs });
    console.log(
      `Deleted: ${String(gone.sessions)} sessions, ${String(gone.signIns)} sign-ins that were not ended, ${String(gone.results)} results with their addresses.`,
    );
  } finally {
    await store.destroy();
  }
});
