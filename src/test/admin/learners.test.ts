import { expect, test } from 'vitest';
import { readCsv } from '../learner-data.ts';
import { startAdminSite, type AdminSite, type SignedIn } from './start-site.ts';

const list = '/admin/learners/';

test('many rows are read when somebody says so, and the first page is there before', async () => {
  const site = await startAdminSite({ learners: 5200, switches: { 'max-page-size': 1000 } });
  const viewer = await visit(site);

  const before = await viewer.read(list);
  const head = await viewer.ask('/admin/learners/csv/', { method: 'HEAD' });
  const idle = await viewer.read('/admin/learners/progress/');

  expect(before).toContain('at least 6 requests');
  expect(addressesIn(before).length).toBeGreaterThan(30);
  expect(head.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(idle).toBe('data: {"isLoading":false}\n\n');
  expect(new Set(askedOf(site))).toEqual(new Set(['1 of 50']));

  const sent = await viewer.send([
    ['do', 'load'],
    ['page', '/admin/learners/?ordering=user_email&page=2'],
  ]);
  const events = (await viewer.read('/admin/learners/progress/')).trim().split('\n\n');

  expect(sent.status).toBe(303);
  expect(events[0]).toContain('"words":');
  expect(events.at(-1)).toBe('data: {"isLoading":false}');
  const after = await viewer.read(sent.headers.get('Location') ?? '');
  expect(after).toMatch(/Data as of .+ Read again/s);
  const addresses = addressesIn(after);
  expect(addresses).toEqual(addresses.toSorted());
});

test('a filter stays on the server, and list, charts and file follow it', async () => {
  const site = await startAdminSite({ learners: 300 });
  const viewer = await visit(site);
  await viewer.read('/admin/learners/charts/');
  const all = await viewer.read('/admin/learners/?ordering=user_email');
  const [someone = ''] = addressesIn(all);

  const sent = await viewer.send([
    ['do', 'filter'],
    ['email', someone],
    ['startFrom', 'soon'],
    ['page', '/admin/learners/?page=3'],
  ]);

  const location = sent.headers.get('Location') ?? '';
  expect([sent.status, location]).toEqual([303, '/admin/learners/?ignored=startFrom']);
  const page = await viewer.read(location);
  expect(new Set(addressesIn(page))).toEqual(new Set([someone]));
  expect(page).toContain('could not be used');
  const file = await (await viewer.ask('/admin/learners/csv/?of=shown')).text();
  const [names = [], ...rows] = readCsv(file);
  expect(new Set(rows.map((row) => row[names.indexOf('user_email')]))).toEqual(new Set([someone]));
  expect(await viewer.read('/admin/learners/charts/')).toContain(
    `Of the ${String(rows.length)} enrollments that the filters let through.`,
  );
  expect(site.logLines.join('')).not.toContain('@');

  const somebodyElse = await visit(site);
  expect(await somebodyElse.read(list)).not.toContain('Filters in use');
});

test('a learner’s page has all of their courses under an address that says nothing of them', async () => {
  const site = await startAdminSite({ learners: 300 });
  const viewer = await visit(site);
  await viewer.read('/admin/learners/charts/');
  const all = await viewer.read(list);
  const [, href = '', address = ''] =
    /<th scope="row"[^>]*>\s*<a href="([^"]*)"[^>]*>([^<]+)</.exec(all) ?? [];

  const page = await viewer.read(href);
  const unknown = await viewer.read('/admin/learners/of/nobody/');

  expect(href).toMatch(/^\/admin\/learners\/of\/[\w-]{22}\/$/);
  expect(page).toContain(address);
  const [names = [], ...rows] = readCsv(await viewer.read('/admin/learners/csv/?of=all'));
  const own = rows.filter((row) => row[names.indexOf('user_email')] === address);
  expect(page.match(/<th scope="row"/g)).toHaveLength(own.length);
  expect(/<title>[^<]*/.exec(page)?.[0]).not.toContain('@');
  expect(unknown).toContain('nobody with this id');
});

test('a file that can not be made leads to the page that says why', async () => {
  const site = await startAdminSite({ learners: 300 });
  site.sandbox.faults.add({ match: { route: 'learner-summary' }, status: 403, body: {} });
  const viewer = await visit(site);

  const answer = await viewer.ask('/admin/learners/csv/?of=all');

  expect([answer.status, answer.headers.get('Location')]).toEqual([303, list]);
  expect(await viewer.read(list)).toContain('may not read the learner summary');
});

/** A viewer who gets panels within their pages. */
async function visit(site: AdminSite): Promise<Viewer> {
  const { ask } = await site.signIn('viewer');
  await (await ask('/admin/no-role/?panels=inline')).text();
  const headers = { Origin: site.origin };
  return {
    ask,
    read: async (address) => (await ask(address)).text(),
    send: async (fields) =>
      ask(list, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

function askedOf({ sandbox }: AdminSite): string[] {
  return sandbox.requests
    .filter(({ path }) => path.includes('learner-summary'))
    .map(({ query }) => `${query['page'] ?? ''} of ${query['page_size'] ?? ''}`);
}

function addressesIn(page: string): string[] {
  return [...page.matchAll(/<th scope="row"[^>]*>\s*<a href="[^"]*"[^>]*>([^<]+)</g)].map(
    ([, address = '']) => address,
  );
}

interface Viewer extends Pick<SignedIn, 'ask'> {
  read: (address: string) => Promise<string>;
  send: (fields: [string, string][]) => Promise<Response>;
}
