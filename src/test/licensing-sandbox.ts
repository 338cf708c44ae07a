import { onTestFinished } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '#sandbox';

export const ownCompany = '7d1f3c52-2f0a-4b7e-9c55-1b1a70b40f01';
export const otherCompany = 'b2a6a1de-5f0c-4e1c-8f6e-0d9a3e7c1402';
export const unknownUuid = '33333333-3333-4333-8333-333333333333';
/** The plan of the reference's requests (§3.4.3), the current one, with 40 free licenses. */
export const printedPlan = '904b1785-9d3a-1000-848d-6ae7a56e6355';
export const subscriptionsPath = '/enterprise/v1/subscriptions';
export const enrollPath = '/enterprise/v1/bulk-license-enrollment';
export const dialects = ['reference', 'gateway'] as const;

export interface LicensingAnswer {
  status: number;
  headers: Headers;
  /** What its JSON says, or its text where it is none. */
  body: unknown;
}

export interface PlanBody {
  uuid: string;
  title: string;
  enterprise_catalog_uuid: string | null;
  licenses: Record<'activated' | 'assigned' | 'unassigned' | 'revoked' | 'total', number> & {
    allocated: number;
  };
  revocations: Record<string, number> | null;
}

/** `init` may replace the token and every header. */
type Send = (path: string, init?: RequestInit) => Promise<LicensingAnswer>;

/** A client of a sandbox, asking for JSON. */
export interface LicensingCaller {
  get: Send;
  post: (path: string, body: unknown, init?: RequestInit) => Promise<LicensingAnswer>;
  assign: (plan: string, body: unknown, init?: RequestInit) => Promise<LicensingAnswer>;
  revoke: (plan: string, body: unknown, init?: RequestInit) => Promise<LicensingAnswer>;
  /** `query` is what stands behind the question mark. */
  enroll: (query: string, body: unknown, init?: RequestInit) => Promise<LicensingAnswer>;
  /** All plans, the inactive ones too. */
  readPlans: () => Promise<PlanBody[]>;
  readPlan: (uuid: string) => Promise<PlanBody>;
}

/** A small sandbox on a fixed day, without throttle, that ends with the test; asked by `sandbox`. */
export async function startLicensing(
  options: SandboxOptions = {},
): Promise<LicensingCaller & { sandbox: Sandbox }> {
  const sandbox = await createSandbox({
    courses: 12,
    now: new Date('2026-11-25T12:00:00Z'),
    ...options,
    switches: { throttle: 'off', ...options.switches },
  });
  onTestFinished(() => sandbox.close());
  return { sandbox, ...(await callAs(sandbox, 'sandbox')) };
}

export async function callAs(sandbox: Sandbox, client: string): Promise<LicensingCaller> {
  const authorization = await login(sandbox, client);
  const get: Send = async (path, init = {}) => {
    const response = await fetch(sandbox.url + path, {
      redirect: 'manual',
      ...init,
      headers: { Accept: 'application/json', Authorization: authorization, ...init.headers },
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parse(text) };
  };
  const post: LicensingCaller['post'] = (path, body, init = {}) =>
    get(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...init,
      headers: { 'Content-Type': 'application/json', ...init.headers },
    });
  const readPlans = async (): Promise<PlanBody[]> =>
    ((await get(subscriptionsPath)).body as { results: PlanBody[] }).results;
  return {
    get,
    post,
    assign: (plan, body, init) => post(`${subscriptionsPath}/${plan}/licenses/assign`, body, init),
    revoke: (plan, body, init) =>
      post(`${subscriptionsPath}/${plan}/licenses/bulk-revoke`, body, init),
    enroll: (query, body, init) => post(`${enrollPath}?${query}`, body, init),
    readPlans,
    readPlan: async (uuid) => (await readPlans()).find((plan) => plan.uuid === uuid)!,
  };
}

async function login(sandbox: Sandbox, client: string): Promise<string> {
  const response = await fetch(`${sandbox.url}/oauth2/v1/access_token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      token_type: 'jwt',
      client_id: client,
      client_secret: sandbox.clientSecret,
    }),
  });
  return `JWT ${((await response.json()) as { access_token: string }).access_token}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
