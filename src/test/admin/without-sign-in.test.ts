import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { serve } from '../../../scripts/lib/serve.ts';
import { startAdmin } from '../../../scripts/lib/start-admin.ts';

test('without sign-in the site is served, and /admin/ says what is missing', async () => {
  const dist = inject('adminDists')['/'];
  const admin = await startAdmin({}, { dist });
  const site = await serve({
    directory: path.join(dist, 'client'),
    port: 0,
    base: '/',
    answerAdmin: admin.answer,
  });
  onTestFinished(site.close);

  const page = await fetch(`${site.url}admin/`);

  expect(page.status).toBe(503);
  expect(await page.text()).toContain('OIDC_ISSUER');
  expect((await fetch(site.url)).status).toBe(200);
  expect((await fetch(`${site.url}admin/plans/`)).status).toBe(404);
  expect((await fetch(`${site.url}_server-islands/PlanListPanel/`)).status).toBe(404);
});

test('a sign-in that is half set up is told before anything is served', async () => {
  const half = startAdmin({ OIDC_ISSUER: 'https://login.tarnholt.example' });

  await expect(half).rejects.toThrow(/OIDC_CLIENT_ID is missing/);
});
