import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseSiteEnvironment } from '#config';
import { createSandbox, sandboxPeople } from '#sandbox';
import { closeOnSignal } from './lib/close-on-signal.ts';
import { distPaths, whileLocked } from './lib/dist.ts';
import { render } from './lib/render.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { openSandboxAdmin } from './lib/sandbox-admin.ts';
import { serve } from './lib/serve.ts';
import { closeSite, startAdmin } from './lib/start-admin.ts';
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
  const { port, basePath, siteUrl } = parseSiteEnvironment(process.env);
  // The sandbox forgets everything when it ends; what was done to it would be found in no plan.
  const databaseFile = path.resolve('.prospectus/demo-admin.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(databaseFile + suffix, { force: true });
  const company = await openSandboxAdmin({ sandbox, siteUrl, basePath, databaseFile });
  const admin = await startAdmin({ ...withoutAdmin(process.env), ...company.variables });
  const site = await serve({
    directory: path.resolve('dist/client'),
    port,
    base: basePath,
    answerAdmin: admin.answer,
  });
  console.log(`\nOpen ${site.url} and search for "statistics".`);
  console.log(`Administration: ${site.url}admin/, as`);
  for (const { email, password, roles } of Object.values(sandboxPeople)) {
    console.log(`  ${email}  ${password}  (${roles[0] ?? 'no role'})`);
  }
  console.log('Ctrl-C ends the site and the sandbox.');
  closeOnSignal(async () => {
    await closeSite(site, admin);
    await Promise.all([company.close(), sandbox.close()]);
  });
});

/** The demo's administration is its own, whatever this shell is set up for. */
function withoutAdmin(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => !/^(?:ADMIN|OIDC)_/.test(name)),
  );
}
