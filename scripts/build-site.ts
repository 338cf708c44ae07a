import { render } from './lib/render.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { syncOrKeepLast } from './lib/sync.ts';

await runCommand(async () => {
  const { out } = readOptions({ out: { type: 'string' } }, 'npm run build [-- --out DIR]');
  await syncOrKeepLast(process.env);
  await render(out);
});
