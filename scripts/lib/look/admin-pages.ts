import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { adminPaths } from '#admin';
import { parseSiteEnvironment } from '#config';
import { createSandbox, sandboxPeople, type Sandbox } from '#sandbox';
import { findFreePort } from '../find-free-port.ts';
import { openSandboxAdmin } from '../sandbox-admin.ts';
import { serve } from '../serve.ts';
import { startAdmin } from '../start-admin.ts';
import type { Album, View } from './album.ts';

/** How the company stands, by what its sandbox answers. */
const states: Record<string, (sandbox: Sandbox) => void> = {
  full: () => undefined,
  empty(sandbox) {
    const set = { count: 0, results: [], next: null };
    for (const route of ['subscriptions', 'learner-summary'] as const) {
      sandbox.faults.add({ match: { route }, set });
    }
  },
  failing(sandbox) {
    for (const route of ['subscriptions', 'learner-summary'] as const) {
      sandbox.faults.add({ match: { route }, status: 403, body: '' });
    }
  },
};

/** Adds every page of the built site's admin area to an album, in every state. */
export async function lookAtAdmin(album: Album): Promise<void> {
  for (const [state, prepare] of Object.entries(states)) {
    const area = await startArea();
    prepare(area.sandbox);
    await album.add(listViews(area.origin, state), { prepare: (page) => enter(page, area.origin) });
    await area.close();
  }
}

function listViews(origin: string, state: string): View[] {
  const { basePath } = parseSiteEnvironment(process.env);
  const paths = adminPaths({ basePath });
  const addresses: Record<string, string> = {
    overview: paths.overview,
    plans: paths.plans,
    assign: paths.assign(),
    revoke: paths.revoke(),
    enroll: paths.enroll(),
    learners: paths.learners,
    charts: paths.learnerCharts,
    operations: paths.operations,
    log: paths.log,
  };
  return Object.entries(addresses).map(([name, address]) => ({
    name: `admin-${state}-${name}`,
    open: origin + address,
  }));
}

interface Area {
  origin: string;
  sandbox: Sandbox;
  close: () => Promise<void>;
}

async function startArea(): Promise<Area> {
  const { basePath } = parseSiteEnvironment(process.env);
  const sandbox = await createSandbox();
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-look-'));
  const company = await openSandboxAdmin({
    sandbox,
    siteUrl: origin,
    basePath,
    databaseFile: path.join(folder, 'admin.db'),
  });
  const admin = await startAdmin({
    ...company.variables,
    SITE_CONFIG: process.env['SITE_CONFIG'],
    ADMIN_LOG_LEVEL: 'error',
  });
  const site = await serve({
    directory: path.resolve('dist/client'),
    port,
    base: basePath,
    answerAdmin: admin.answer,
  });
  return {
    origin,
    sandbox,
    async close() {
      await site.close();
      await admin.close();
      await Promise.all([company.close(), sandbox.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

async function enter(page: Page, origin: string): Promise<void> {
  const { basePath } = parseSiteEnvironment(process.env);
  const { email, password } = sandboxPeople.manager;
  await page.goto(`${origin}${basePath}admin/`);
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=choice][value=sign-in]').click();
  await page.waitForURL(`${origin}${basePath}admin/`);
}
