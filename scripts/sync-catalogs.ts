import { readOptions, runCommand } from './lib/run-command.ts';
import { sync } from './lib/sync.ts';

await runCommand(async () => {
  readOptions({}, 'npm run sync');
  await sync(process.env);
});
