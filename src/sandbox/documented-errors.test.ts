import { describe, expect, test } from 'vitest';
import {
  callAs,
  dialects,
  startLicensing,
  unknownUuid,
  type LicensingAnswer,
} from '../test/licensing-sandbox.ts';
import { foreignCatalogUuid } from './index.ts';

const list = '/enterprise/v2/enterprise-catalogs';
const tokenPath = '/oauth2/v1/access_token';
const grant = {
  grant_type: 'client_credentials',
  token_type: 'jwt',
  client_id: 'sandbox',
  client_secret: 'sandbox-secret',
};
const noCatalog = { detail: 'No EnterpriseCatalog matches the given query.' };
const noCustomerCatalog = {
  detail: 'No EnterpriseCustomerCatalog matches the given query.',
};
const html = (title: string) => expect.stringContaining(`<h1>${title}</h1>`) as unknown;
const details = [
  ['courses', 'Nobody+X1'],
  ['course-runs', 'course-v1:Nobody+X1+1T2027'],
  ['programs', unknownUuid],
] as const;

const withoutHeaders = ({ status, body }: LicensingAnswer) => [status, body];

async function start(options: Parameters<typeof startLicensing>[0]) {
  const caller = await startLicensing(options);
  const { body } = await caller.get(list);
  const catalog = (body as { results: { uuid: string }[] }).results[0]!.uuid;
  const askForToken = (form: Record<string, string>) =>
    caller.get(tokenPath, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
  return { ...caller, catalog, askForToken };
}

// The rows of api-ground-truth §10; those of plans, licenses and learners are in licensing/.
describe.each(dialects)('errors of the %s', (dialect) => {
  test.each<[name: string, form: Record<string, string>, status: number, error: string]>([
    ['a wrong secret', { ...grant, client_secret: 'x' }, 401, 'invalid_client'],
    ['an unknown client', { ...grant, client_id: 'x' }, 401, 'invalid_client'],
    ['no client', { grant_type: 'client_credentials' }, 401, 'invalid_client'],
    ['another grant', { ...grant, grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', { client_id: 'sandbox' }, 400, 'unsupported_grant_type'],
  ])('the token is refused to %s', async (_name, form, status, error) => {
    const { askForToken } = await start({ dialect });

    expect(withoutHeaders(await askForToken(form))).toEqual([status, { error }]);
  });

  test('tokens are limited by a page of HTML', async () => {
    // The first one is taken before.
    const { askForToken } = await start({ dialect, switches: { 'token-limit': 1 } });

    expect(withoutHeaders(await askForToken(grant))).toEqual([403, html('403 Forbidden')]);
  });

  test('the list of catalogs has its pages only, for who administers something', async () => {
    const { sandbox, get } = await start({ dialect });
    const guest = await callAs(sandbox, 'sandbox-guest');

    for (const page of ['0', 'abc', '99']) {
      const answer = await get(`${list}?page=${page}`);
      expect(withoutHeaders(answer)).toEqual([404, { detail: 'Invalid page.' }]);
    }
    expect(withoutHeaders(await guest.get(list))).toEqual([
      403,
      { detail: 'You do not have permission to perform this action.' },
    ]);
  });

  test.each<[name: string, catalog: string, status: number, body: unknown]>([
    ['unknown', unknownUuid, 404, noCatalog],
    [
      'another company’s',
      foreignCatalogUuid,
      403,
      { detail: 'MISSING: catalog.has_learner_access' },
    ],
    ['no UUID', 'bad', 500, html('Server Error (500)')],
  ])('content is refused of a catalog that is %s', async (_name, catalog, status, body) => {
    const { get } = await start({ dialect });

    expect(withoutHeaders(await get(`${list}/${catalog}`))).toEqual([status, body]);
  });

  test.each(['0', 'abc', '99'])('content has no page %s', async (page) => {
    const { get, catalog } = await start({ dialect });
    const answer = await get(`${list}/${catalog}?page=${page}`);

    expect(withoutHeaders(answer)).toEqual([404, { detail: 'Invalid page.' }]);
  });

  test.each(details)('%s are refused where they are not', async (kind, key) => {
    const { get, catalog } = await start({ dialect });
    const own = await get(`${list}/${catalog}/${kind}/${key}`);
    const unknown = await get(`${list}/${unknownUuid}/${kind}/${key}`);
    const foreign = await get(`${list}/${foreignCatalogUuid}/${kind}/${key}`);

    expect(withoutHeaders(own)).toEqual([404, { detail: 'Not found.' }]);
    expect(withoutHeaders(unknown)).toEqual([404, noCustomerCatalog]);
    expect(withoutHeaders(foreign)).toEqual([
      403,
      { detail: 'Missing: enterprise.can_view_catalog' },
    ]);
  });

  test('a course key without its plus is a page that is not there', async () => {
    const { get, catalog } = await start({ dialect });
    const answer = await get(`${list}/${catalog}/courses/plain`);

    expect(withoutHeaders(answer)).toEqual([404, html('Not Found')]);
  });

  test('content and details are throttled, each for itself', async () => {
    const { get, catalog } = await start({ dialect, switches: { throttle: 0.001 } });
    const paths = [
      `${list}/${catalog}`,
      ...details.map(([kind, key]) => `${list}/${catalog}/${kind}/${key}`),
    ];
    const statuses: number[] = [];
    for (const path of [...paths, ...paths]) statuses.push((await get(path)).status);

    expect(statuses).toEqual([200, 404, 429, 429, 429, 429, 429, 429]);
  });

  test.each(['', '/{catalog}', ...details.map(([kind, key]) => `/{catalog}/${kind}/${key}`)])(
    '…%s asks for a token, GET and a format that there is',
    async (template) => {
      const { get, catalog } = await start({ dialect });
      const path = list + template.replace('{catalog}', catalog);
      const isGateway = dialect === 'gateway';

      for (const [authorization, detail] of [
        ['', 'Authentication credentials were not provided.'],
        ['Bearer abc', 'Authentication credentials were not provided.'],
        ['JWT abc', 'Invalid token.'],
      ] as const) {
        const answer = await get(path, { headers: { Authorization: authorization } });
        expect(withoutHeaders(answer)).toEqual([401, { detail }]);
      }
      const put = await get(path, { method: 'PUT' });
      const csv = await get(path, { headers: { Accept: 'text/csv' } });
      expect(put.status).toBe(isGateway ? 403 : 405);
      if (isGateway) expect(csv.status).not.toBe(406);
      else expect(csv.body).toEqual({ detail: 'Could not satisfy the request Accept header.' });
    },
  );
});
