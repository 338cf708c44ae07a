import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { Page } from 'playwright-core';
import { adminPaths } from '#admin';
import { parseSiteEnvironment } from '#config';
import { createSandbox, sandboxPeople, type Sandbox } from '#sandbox';
import { findQuietPort } from '../find-quiet-port.ts';
import { openSandboxAdmin } from '../sandbox-admin.ts';
import { serve } from '../serve.ts';
import { closeSite, startAdmin } from '../start-admin.ts';
import type { Album, View } from './album.ts';

/** How the company stands, by what its sandbox answers, and what can be looked at then. */
const states: Record<
  string,
  { prepare: (sandbox: Sandbox) => void; list: (paths: AdminPaths) => Views }
> = {
  full: {
    prepare: () => undefined,
    list: (paths) => ({ ...listPages(paths), ...listSteps(paths) }),
  },
  empty: {
    prepare(sandbox) {
      const set = { count: 0, results: [], next: null };
      for (const route of listings) sandbox.faults.add({ match: { route }, set });
    },
    list: listPages,
  },
  failing: {
    prepare(sandbox) {
      for (const route of listings) sandbox.faults.add({ match: { route }, status: 403, body: '' });
    },
    list: listPages,
  },
};

const listings = ['subscriptions', 'learner-summary'] as const;

/** Adds every page of the built site's admin area to an album, in every state. */
export async function lookAtAdmin(album: Album): Promise<void> {
  const { basePath } = parseSiteEnvironment(process.env);
  const paths = adminPaths({ basePath });
  for (const [state, { prepare, list }] of Object.entries(states)) {
    const area = await startArea(basePath);
    prepare(area.sandbox);
    const views = Object.entries(list(paths)).map(([name, open]): View => {
      return {
        name: `admin-${state}-${name}`,
        open: typeof open === 'string' ? area.origin + open : (page) => open(page, area.origin),
      };
    });
    try {
      await album.add(views, { prepare: (page) => enter(page, area.origin + paths.overview) });
    } finally {
      await area.close();
    }
  }
}

type AdminPaths = ReturnType<typeof adminPaths>;
type Views = Record<string, string | ((page: Page, origin: string) => Promise<void>)>;

function listPages(paths: AdminPaths): Views {
  return {
    overview: paths.overview,
    plans: paths.plans,
    'unknown-plan': paths.plan('unknown'),
    'choose-plan': paths.assign(),
    learners: paths.learners,
    charts: paths.learnerCharts,
    'unknown-learner': paths.learner('unknown'),
    operations: paths.operations,
    'unknown-operation': paths.operation('unknown'),
    log: paths.log,
    'failed-sign-in': `${paths.signIn}failed/?why=expired`,
  };
}

/** What one comes to by doing something. */
function listSteps(paths: AdminPaths): Views {
  const open = async (page: Page, address: string) => {
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector('[data-waiting]') === null);
  };
  const openPlan = async (page: Page, origin: string, title: string) => {
    await open(page, origin + paths.plans);
    await page.getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('heading', { name: title }).waitFor();
  };
  const begin = async (
    page: Page,
    origin: string,
    link: 'Assign licenses' | 'Revoke' | 'Enroll',
  ) => {
    await openPlan(page, origin, 'Learning for everyone');
    await page.getByRole('link', { name: link, exact: true }).last().click();
    await page.getByLabel('Paste addresses').waitFor();
  };
  const review = async (page: Page, addresses: string[]) => {
    await page.getByLabel('Paste addresses').fill(addresses.join('\n'));
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Change the list' }).waitFor();
  };
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => `person-${index + 1}@tarnholt.example`);

  return {
    plan: (page, origin) => openPlan(page, origin, 'Learning for everyone'),
    'plan-capped': (page, origin) =>
      openPlan(page, origin, 'Engineering academy, with a revocation cap'),
    'plan-renewed': (page, origin) => openPlan(page, origin, 'Leadership, renewed twice'),
    'plan-ended': (page, origin) => openPlan(page, origin, 'Pilot'),
    assign: async (page, origin) => {
      await begin(page, origin, 'Assign licenses');
      const mixed = ['email', ...people(3), 'Person-1@tarnholt.example', 'nobody@tarnholt'];
      await page.getByLabel('Paste addresses').fill(mixed.join('\n'));
    },
    'assign-review': async (page, origin) => {
      await begin(page, origin, 'Assign licenses');
      await review(page, [...people(3), 'nobody@tarnholt']);
    },
    'assign-too-many': async (page, origin) => {
      await begin(page, origin, 'Assign licenses');
      await page.getByLabel('Paste addresses').fill(people(300).join('\n'));
      await page.getByText('Remove the last').waitFor();
    },
    'assign-result': async (page, origin) => {
      await begin(page, origin, 'Assign licenses');
      await review(page, people(2));
      await page.getByRole('button', { name: /^Assign \d/ }).click();
      await page.waitForURL(/operations/);
    },
    'revoke-review': async (page, origin) => {
      await begin(page, origin, 'Revoke');
      await review(page, people(12));
    },
    enroll: (page, origin) => begin(page, origin, 'Enroll'),
    'enroll-review': async (page, origin) => {
      await begin(page, origin, 'Enroll');
      await page.getByRole('checkbox').first().check();
      await review(page, people(2));
    },
    learner: async (page, origin) => {
      await open(page, origin + paths.learners);
      await page.locator('tbody a').first().click();
      await page.waitForURL(/learners\/of/);
    },
    'learners-filtered': async (page, origin) => {
      await open(page, origin + paths.learners);
      await page.getByRole('searchbox', { name: 'Course' }).fill('statistics');
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.waitForLoadState('networkidle');
    },
    'operations-some': paths.operations,
    'log-some': paths.log,
  };
}

interface Area {
  origin: string;
  sandbox: Sandbox;
  close: () => Promise<void>;
}

async function startArea(basePath: string): Promise<Area> {
  const sandbox = await createSandbox();
  const port = await findQuietPort();
  const origin = `http://localhost:${port}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-look-'));
  const company = await openSandboxAdmin({
    sandbox,
    siteUrl: origin,
    basePath,
    databaseFile: path.join(folder, 'admin.db'),
  });
  const admin = await startAdmin(
    { ...company.variables, SITE_CONFIG: process.env['SITE_CONFIG'] },
    { logTo: new Writable({ write: (_line, _encoding, done) => done() }) },
  );
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
      await closeSite(site, admin);
      await Promise.all([company.close(), sandbox.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

async function enter(page: Page, overview: string): Promise<void> {
  const { email, password } = sandboxPeople.manager;
  await page.goto(overview);
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=choice][value=sign-in]').click();
  await page.waitForURL(overview);
}
