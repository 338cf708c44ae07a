import { distPaths, whileLocked } from './lib/dist.ts';
import { render } from './lib/render.ts';
import { readOptions, runCommand } from './lib/run-command.ts';

await runCommand(async () => {
  const { out } = readOptions({ out: { type: 'string' } }, 'npm run render [-- --out DIR]');
  const paths = distPaths(out);
  await whileLocked(paths, () => render(paths));
});
