import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { createOperation, openStore } from '#admin/store';
import { loadBuiltPages } from '../../admin/built-pages.server.ts';
import { adminRoutes } from '../../admin/routes.server.ts';
import { printedPlan } from '../licensing-sandbox.ts';
import { testNow } from '../builders.ts';
import { startAdminSite, type AdminSite, type PersonName, type SignedIn } from './start-site.ts';

type Route = (typeof adminRoutes)[number];

/** Answered by the server itself, without Astro. */
const ownAddresses = new Set([
  ...['/admin/health', '/admin/ready'],
  ...['/admin/sign-in/', '/admin/sign-in/callback/', '/admin/sign-out/'],
]);

test('the table of routes is what was built: no page, endpoint, panel or action more or less', async () => {
  const { listOnDemand } = await loadBuiltPages(path.join(inject('adminDists')['/'], 'server'));

  const listed = new Set(adminRoutes.map(({ path: address }) => address));

  expect([...listed].filter((address) => !ownAddresses.has(address)).toSorted()).toEqual(
    (await listOnDemand()).toSorted(),
  );
});

test('each address answers each person as its row says', async () => {
  const site = await startAdminSite();
  const people = new Map<PersonName | 'nobody', SignedIn | undefined>([['nobody', undefined]]);
  for (const who of ['noRole', 'viewer', 'manager'] as const) {
    people.set(who, await site.signIn(who));
  }
  const operation = await storeOperation(site);
  const wrong: string[] = [];

  for (const route of adminRoutes) {
    if (route.path === '/admin/sign-out/') continue;
    for (const method of route.methods) {
      for (const [who, person] of people) {
        const status = await ask(site, person, { route, method, operation });
        const isLetIn = ![401, 403, 404, 405].includes(status);
        const isMeant = mayUse(route, who);
        if (isLetIn !== isMeant || status >= 500) {
          wrong.push(`${who} ${method} ${route.path}: ${String(status)}`);
        }
      }
    }
  }

  expect(wrong).toEqual([]);
});

test('what is in no row is answered to nobody, whatever Astro would make of it', async () => {
  const site = await startAdminSite();
  const manager = await site.signIn('manager');
  const addresses = [
    '/admin/other/',
    '/admin/index/',
    '/_server-islands/Other/',
    '/_server-islands/%50lanListPanel%2F/',
    '/_actions/other/',
    '/_image?href=/icon.svg',
    '/_image/',
    '/_actions/',
    '/ADMIN/',
    '/admin//',
    '/x/../admin/plans;a=1/',
  ];

  for (const address of addresses) {
    const { status } = await manager.ask(address);
    expect([400, 404], address).toContain(status);
  }
});

/** One that nobody works on. */
async function storeOperation({ databaseFile }: AdminSite): Promise<string> {
  const store = await openStore(databaseFile);
  const { id } = await createOperation(
    store,
    {
      ...{ idempotencyKey: 'rights', kind: 'assign', queue: 'rights', chunks: [] },
      ...{ subject: 'mona', name: 'Mona', settings: { planUuid: printedPlan, planTitle: 'Plan' } },
    },
    testNow,
  );
  await store.destroy();
  return id;
}

async function ask(
  site: AdminSite,
  person: SignedIn | undefined,
  { route, method, operation }: { route: Route; method: 'GET' | 'POST'; operation: string },
): Promise<number> {
  const address = route.path
    .replaceAll('[plan]', printedPlan)
    .replaceAll('[operation]', operation)
    .replaceAll(/\[\w+\]/g, 'unknown');
  const request: RequestInit =
    method === 'GET'
      ? { method }
      : {
          method,
          headers: { Origin: site.origin, 'X-CSRF-Token': person?.csrfToken ?? 'none' },
          body: new FormData(),
        };
  const abort = new AbortController();
  const response =
    person === undefined
      ? await fetch(site.origin + address, { redirect: 'manual', ...request, signal: abort.signal })
      : await person.ask(address, { ...request, signal: abort.signal });
  // Streams would go on for ever.
  abort.abort();
  return response.headers.get('Location')?.startsWith('/admin/sign-in/?return=') === true
    ? 401
    : response.status;
}

function mayUse({ access }: Route, who: PersonName | 'nobody'): boolean {
  const rank = { public: 0, 'signed-in': 1, viewer: 2, manager: 3 }[access];
  return { nobody: 0, noRole: 1, viewer: 2, manager: 3 }[who] >= rank;
}
