import path from 'node:path';
import { parseSiteEnvironment } from '#config';
import { distPaths, repairBeforeUse } from './lib/dist.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { serve } from './lib/serve.ts';

await runCommand(async () => {
  readOptions({}, 'npm run serve');
  const { port, basePath } = parseSiteEnvironment(process.env);
  repairBeforeUse(distPaths());
  const { url } = await serve({ directory: path.resolve('dist/client'), port, base: basePath });
  console.log(`The site is at ${url} (Ctrl-C ends it).`);
});
