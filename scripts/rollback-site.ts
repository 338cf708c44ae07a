import { distPaths, rollbackDist, whileLocked } from './lib/dist.ts';
import { readOptions, runCommand } from './lib/run-command.ts';

await runCommand(async () => {
  readOptions({}, 'npm run rollback');
  const paths = distPaths();
  await whileLocked(paths, () => rollbackDist(paths));
  console.log('dist is the site before the last build again.');
});
