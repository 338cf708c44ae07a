import { distPaths, rollbackDist } from './lib/dist.ts';
import { readOptions, runCommand } from './lib/run-command.ts';

await runCommand(async () => {
  readOptions({}, 'npm run rollback');
  rollbackDist(distPaths());
  console.log('dist is the site before the last build again.');
});
