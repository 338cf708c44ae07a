import { expect, onTestFinished, test } from 'vitest';
import { createCookieBrowser } from '../../test/cookie-browser.ts';
import { createSignInProvider } from './create-sign-in-provider.ts';
import { sandboxPeople } from './people.ts';

const redirectUri = 'http://localhost:4321/admin/sign-in/callback/';

async function startProvider() {
  const provider = await createSignInProvider({ redirectUris: [redirectUri], signedOutUris: [] });
  onTestFinished(provider.close);
  const authorize = (changes: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      client_id: provider.clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      ...changes,
    });
    return `${provider.issuer}/auth?${String(query)}`;
  };
  return { provider, authorize };
}

test('the page to sign in has nothing inline, and its style is its own', async () => {
  const { provider, authorize } = await startProvider();

  const page = await createCookieBrowser().open(authorize());

  expect(page.html).toContain('<h1>Sign in to Tarnholt</h1>');
  expect(page.html).not.toMatch(/<script|<style|style=|\son\w+=|https?:\/\//);
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  const style = await fetch(`${provider.issuer}/sign-in.css`);
  expect(style.headers.get('Content-Type')).toBe('text/css');
});

test('what was typed is shown again as text', async () => {
  const { authorize } = await startProvider();
  const browser = createCookieBrowser();

  const page = await browser.open(authorize());
  const refused = await browser.submit(page, { email: '"><b>x</b>', password: 'x' });

  expect(refused.html).toContain('value="&quot;&gt;&lt;b&gt;x&lt;/b&gt;"');
});

test.each([
  [{ redirect_uri: 'http://evil.example/' }, 'redirect_uri'],
  [{ client_id: 'another' }, 'client'],
])('%j is refused on a page that leads nowhere', async (changes, reason) => {
  const { authorize } = await startProvider();

  const page = await createCookieBrowser().open(authorize(changes));

  expect(page.status).toBe(400);
  expect(page.html).toContain(reason);
});

test('a sign-in that is over says so', async () => {
  const { provider } = await startProvider();

  const page = await createCookieBrowser().open(`${provider.issuer}/interaction/unknown`);

  expect(page.status).toBe(400);
  expect(page.html).toContain('Begin again at the site');
});

test('a form that is far too long is not read', async () => {
  const { authorize } = await startProvider();
  const browser = createCookieBrowser();
  const page = await browser.open(authorize());

  const refused = await browser.submit(page, { email: 'x'.repeat(100_000), password: 'x' });

  expect(refused.status).toBe(400);
});

test('everybody has a password and an address of their own, at the invented company', () => {
  const people = Object.values(sandboxPeople);

  expect(new Set(people.map(({ password }) => password)).size).toBe(people.length);
  for (const { email } of people) expect(email).toMatch(/^[a-z]+@tarnholt\.example$/);
});
