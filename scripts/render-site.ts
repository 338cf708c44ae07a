import { render } from './lib/render.ts';
import { readOptions, runCommand } from './lib/run-command.ts';

await runCommand(async () => {
  const { out } = readOptions({ out: { type: 'string' } }, 'npm run render [-- --out DIR]');
  await render(out);
});
