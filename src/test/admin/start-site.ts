import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { inject, onTestFinished } from 'vitest';
import { createLog } from '#admin/log';
import { createAdminServer } from '#admin/server';
import { parseAdminEnvironment } from '#config';
import { createSandbox, sandboxPeople, type Sandbox, type SandboxOptions } from '#sandbox';
import { createClient } from '../../../scripts/lib/create-client.ts';
import { findQuietPort } from '../../../scripts/lib/find-quiet-port.ts';
import { openSandboxAdmin } from '../../../scripts/lib/sandbox-admin.ts';
import { serve } from '../../../scripts/lib/serve.ts';
import { testNow } from '../builders.ts';
import type { AdminBase } from './provide-site.ts';
import { createCookieBrowser, type CookieBrowser, type Visit } from '../cookie-browser.ts';

export type PersonName = keyof typeof sandboxPeople;

export interface AdminSite {
  /** Without a slash at its end. */
  origin: string;
  sandbox: Sandbox;
  /** Of the server's store, for what a test puts there itself. */
  databaseFile: string;
  /** The sandbox's file of licenses. */
  state: string;
  /** What the server's log holds, line by line. */
  logLines: string[];
  /** Lets the server's clock go on by so many milliseconds. */
  pass: (ms: number) => void;
  /** A browser in which the person is signed in. */
  signIn: (who: PersonName) => Promise<SignedIn>;
}

export interface SignedIn {
  browser: CookieBrowser;
  /** Asks for a path of the site as this person, without following redirects. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends a form of the site; a field may come several times. */
  send: (path: string, fields: Iterable<[name: string, value: string]>) => Promise<Response>;
  /** The token of the forms that change something. */
  csrfToken: string;
}

/** The built site with its admin server, a sandbox and a sign-in provider, all of which end with the test. */
export async function startAdminSite({
  variables = {},
  base = '/',
  companyName = 'Tarnholt',
  ...sandboxOptions
}: SandboxOptions & {
  variables?: Record<string, string>;
  base?: AdminBase;
  companyName?: string;
} = {}): Promise<AdminSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-admin-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const state = path.join(folder, 'licenses.db');
  const sandbox = await createSandbox({
    courses: 60,
    now: new Date(testNow),
    state,
    ...sandboxOptions,
    switches: { throttle: 'off', ...sandboxOptions.switches },
  });
  onTestFinished(() => sandbox.close());
  const port = await findQuietPort();
  const origin = `http://localhost:${String(port)}`;

  const databaseFile = path.join(folder, 'admin.db');
  const company = await openSandboxAdmin({
    sandbox,
    siteUrl: origin,
    basePath: base,
    databaseFile,
  });
  onTestFinished(company.close);
  const environment = parseAdminEnvironment({ ...company.variables, ...variables });
  if (environment === undefined) throw new Error('The sign-in variables are missing.');
  const warn = () => undefined;
  const reading = createClient(environment.api, { warn });
  const writing = createClient(environment.api, { tries: 1, warn });
  onTestFinished(reading.close);
  onTestFinished(writing.close);
  const logLines: string[] = [];
  const destination = new Writable({
    write(line, _, done) {
      logLines.push(String(line));
      done();
    },
  });
  const startedAt = Date.now();
  let passed = 0;
  const dist = inject('adminDists')[base];
  const admin = await createAdminServer({
    environment,
    client: reading.client,
    operationsClient: writing.client,
    site: { companyName, siteName: 'Prospectus', supportEmail: undefined, supportUrl: undefined },
    directory: dist,
    fetch,
    now: () => testNow + Date.now() - startedAt + passed,
    log: createLog({ level: 'info', destination }),
  });
  onTestFinished(admin.close);
  const site = await serve({
    directory: path.join(dist, 'client'),
    port,
    base,
    answerAdmin: admin.answer,
  });
  onTestFinished(site.close);

  return {
    origin,
    sandbox,
    databaseFile,
    state,
    logLines,
    pass(ms) {
      passed += ms;
    },
    signIn: (who) => signIn(`${origin}${base}admin/`, who),
  };
}

/** `home` is the whole address of the overview. */
export async function signIn(home: string, who: PersonName): Promise<SignedIn> {
  const browser = createCookieBrowser();
  const { email, password } = sandboxPeople[who];
  const { origin, host } = new URL(home);
  const form = await browser.open(home);
  const page = await browser.submit(form, { email, password });
  const ask: SignedIn['ask'] = (address, init = {}) => {
    const cookies = browser.cookies.get(host) ?? new Map<string, string>();
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    return fetch(`${origin}${address}`, { redirect: 'manual', ...init, headers });
  };
  return {
    ...{ browser, ask },
    csrfToken: readToken(page),
    send(address, fields) {
      const body = new FormData();
      for (const [name, value] of fields) body.append(name, value);
      const headers = { Origin: origin, Accept: 'text/html' };
      return ask(address, { method: 'POST', headers, body });
    },
  };
}

function readToken({ html, url }: Visit): string {
  const token = /name="csrf" value="([^"]+)"/.exec(html)?.[1];
  if (token === undefined) throw new Error(`There is no token on ${url}.`);
  return token;
}
