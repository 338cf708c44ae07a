import { render } from './lib/render.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { sync } from './lib/sync.ts';

await runCommand(async () => {
  readOptions({}, 'npm run build');
  await sync(process.env);
  await render();
});
