import { render } from './lib/render.ts';
import { readOptions, runCommand } from './lib/run-command.ts';

await runCommand(async () => {
  readOptions({}, 'npm run render');
  await render();
});
