import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { parseSiteEnvironment } from '#config';
import { closeOnSignal } from './lib/close-on-signal.ts';
import { distPaths, repairBeforeUse } from './lib/dist.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { serve } from './lib/serve.ts';
import { closeSite, startAdmin } from './lib/start-admin.ts';

// Loading tens of thousands of learners makes much short-lived garbage; a small nursery keeps the process small.
setFlagsFromString('--max-semi-space-size=4');

await runCommand(async () => {
  readOptions({}, 'npm run serve');
  const { port, basePath } = parseSiteEnvironment(process.env);
  repairBeforeUse(distPaths());
  const admin = await startAdmin(process.env);
  const site = await serve({
    directory: path.resolve('dist/client'),
    port,
    base: basePath,
    answerAdmin: admin.answer,
  });
  console.log(`The site is at ${site.url} (Ctrl-C ends it).`);
  closeOnSignal(() => closeSite(site, admin));
});
