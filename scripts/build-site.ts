import { render } from './lib/render.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { sync } from './lib/sync.ts';

await runCommand(async () => {
  const { out } = readOptions({ out: { type: 'string' } }, 'npm run build [-- --out DIR]');
  await sync(process.env);
  await render(out);
});
