/** One row of the gateway's routes: api-ground-truth §1.1 and §1.2. */
export interface GatewayRoute {
  method: 'GET' | 'POST';
  /** Of the path without a slash at its end. */
  pattern: RegExp;
  /** The parameters of the query that reach the service. */
  forwarded: readonly string[];
  /** The statuses of the service that reach the client; every other becomes 400. */
  kept: readonly number[];
  /** Whether a 200 is rebuilt with the four keys of a list. */
  isList?: boolean;
}

const content = '/enterprise/v2/enterprise-catalogs';
const plan = '/enterprise/v1/subscriptions/[^/]+/licenses';
const readStatuses = [200, 401, 403, 404, 429, 500];
const writeStatuses = [200, 201, 401, 403, 404, 423, 429, 500];
const pages = ['page', 'page_size'];

/**
 * The routes of the ten endpoints and the token.
 * @param mapsRevokeToBadRequest as the gateway did until February 2026: a revoke's 200 and 207 become 400
 */
export function createRouteTable(mapsRevokeToBadRequest: boolean): readonly GatewayRoute[] {
  const revokeStatuses = mapsRevokeToBadRequest
    ? [204, 401, 403, 404, 429, 500]
    : [200, 204, 207, 401, 403, 404, 429, 500];
  return [
    post('/oauth2/v1/access_token', [], readStatuses),
    get('/enterprise/v1/subscriptions', ['enterprise_customer_uuid', 'page', 'current'], {
      kept: [...readStatuses, 301],
    }),
    post(`${plan}/assign`, [], writeStatuses),
    post(`${plan}/bulk-revoke`, [], revokeStatuses),
    post(
      '/enterprise/v1/bulk-license-enrollment',
      ['enterprise_customer_uuid', 'enroll_all', 'subscription_uuid'],
      writeStatuses,
    ),
    get(content, pages, { isList: true }),
    get(`${content}/[^/]+`, pages, { isList: true }),
    get(`${content}/[^/]+/(?:courses|course-runs|programs)/[^/]+`, pages),
    get('/enterprise/v3/enterprise-customer/[^/]+/learner-summary', pages, { isList: true }),
  ];
}

function get(
  path: string,
  forwarded: readonly string[],
  rest: Partial<GatewayRoute> = {},
): GatewayRoute {
  return { method: 'GET', pattern: toPattern(path), forwarded, kept: readStatuses, ...rest };
}

function post(path: string, forwarded: readonly string[], kept: readonly number[]): GatewayRoute {
  return { method: 'POST', pattern: toPattern(path), forwarded, kept };
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path}$`);
}
