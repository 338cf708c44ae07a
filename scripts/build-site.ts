import { buildIfNeeded } from './lib/build-if-needed.ts';
import { distPaths, whileLocked } from './lib/dist.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { syncOrKeepLast } from './lib/sync.ts';

await runCommand(async () => {
  const { out, force } = readOptions(
    { out: { type: 'string' }, force: { type: 'boolean', default: false } },
    'npm run build [-- --out DIR] [--force]',
  );
  const paths = distPaths(out);
  await whileLocked(paths, async () => {
    await syncOrKeepLast(process.env);
    await buildIfNeeded(paths, { force });
  });
});
