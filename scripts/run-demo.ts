import path from 'node:path';
import { parseSiteEnvironment } from '#config';
import { createSandbox } from '#sandbox';
import { closeOnSignal } from './lib/close-on-signal.ts';
import { distPaths, whileLocked } from './lib/dist.ts';
import { render } from './lib/render.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { serve } from './lib/serve.ts';
import { sync } from './lib/sync.ts';

await runCommand(async () => {
  readOptions({}, 'npm run demo');
  // The demo is the sandbox's company whatever this shell is set up for.
  const sandbox = await createSandbox({ port: Number(process.env['SANDBOX_PORT'] ?? 4010) });
  Object.assign(process.env, {
    ENTERPRISE_API_URL: sandbox.url,
    ENTERPRISE_API_CLIENT_ID: 'sandbox',
    ENTERPRISE_API_CLIENT_SECRET: 'sandbox-secret',
    SITE_CONFIG: process.env['SITE_CONFIG'] ?? path.resolve('src/sandbox/site.json'),
  });
  for (const name of [
    'ENTERPRISE_API_TOKEN',
    'ENTERPRISE_API_TOKEN_URL',
    'ENTERPRISE_CUSTOMER_UUID',
  ])
    delete process.env[name];
  console.log(`The sandbox answers as the Enterprise API at ${sandbox.url}`);
  await sync(process.env);
  const paths = distPaths();
  await whileLocked(paths, () => render(paths));
  const { port, basePath } = parseSiteEnvironment(process.env);
  const site = await serve({ directory: path.resolve('dist/client'), port, base: basePath });
  console.log(
    `\nOpen ${site.url} and search for "statistics". Ctrl-C ends the site and the sandbox.`,
  );
  closeOnSignal(() => Promise.all([site.close(), sandbox.close()]));
});
