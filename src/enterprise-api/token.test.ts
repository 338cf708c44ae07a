import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { good, listOf, setUpClient, token, walkCatalog } from '../test/api-client.ts';
import type { Answer, ReceivedRequest } from '../test/http-server.ts';
import { EnterpriseApiResponseError } from './errors.ts';

describe('the token', () => {
  test('is asked for with a form and sent as JWT', async () => {
    const { client, server, asked } = await setUpClient(() => good);

    await client.fetchCatalogs();

    const form = new URLSearchParams(server.requests[0]?.body);
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'id',
      client_secret: 'a-secret',
      token_type: 'jwt',
    });
    expect(asked()[0]?.headers).toMatchObject({
      authorization: 'JWT token-1',
      accept: 'application/json',
    });
  });

  test('is asked for once by calls at the same time, and used again', async () => {
    const { client, tokensAsked } = await setUpClient(() => good);

    await Promise.all([client.fetchCatalogs(), client.fetchCatalogs(), client.fetchCatalogs()]);
    await client.fetchCatalogs();

    expect(tokensAsked()).toHaveLength(1);
  });

  test.each([
    ['a number', 3600],
    ['text', '3600'],
  ])('is renewed before it expires, told as %s', async (_name, expiresIn) => {
    const { client, clock, tokensAsked } = await setUpClient(() => good, {
      tokens: () => token('t', expiresIn),
    });

    await client.fetchCatalogs();
    clock.advance(3500 * 1000);
    await client.fetchCatalogs();
    expect(tokensAsked()).toHaveLength(1);
    clock.advance(60 * 1000);
    await client.fetchCatalogs();
    expect(tokensAsked()).toHaveLength(2);
  });

  test('without expires_in lives until the exp of the JWT, else five minutes', async () => {
    const payload = Buffer.from(
      JSON.stringify({ exp: Date.parse('2026-11-23T07:00:00Z') / 1000 }),
    ).toString('base64url');
    const withExp = await setUpClient(() => good, { tokens: () => token(`h.${payload}.s`, null) });
    const without = await setUpClient(() => good, { tokens: () => token('opaque', null) });

    for (const { client, clock } of [withExp, without]) {
      await client.fetchCatalogs();
      clock.advance(6 * 60 * 1000);
      await client.fetchCatalogs();
    }

    expect(withExp.tokensAsked()).toHaveLength(1);
    expect(without.tokensAsked()).toHaveLength(2);
  });

  test('is renewed once after a 401, one renewal for all', async () => {
    const refuse = ({ headers }: ReceivedRequest): Answer =>
      headers.authorization === 'JWT token-1'
        ? { status: 401, body: { detail: 'Invalid token.' } }
        : good;
    const { client, tokensAsked } = await setUpClient(refuse);

    await Promise.all([client.fetchCatalogs(), client.fetchCatalogs(), client.fetchCatalogs()]);

    expect(tokensAsked()).toHaveLength(2);
  });

  test('refused a second time stops the call with what to check', async () => {
    const { client, asked } = await setUpClient(() => ({
      status: 401,
      body: { detail: 'Invalid token.' },
    }));

    await expect(client.fetchCatalogs()).rejects.toThrow(
      /401: Invalid token.*ENTERPRISE_API_CLIENT_SECRET/,
    );
    expect(asked()).toHaveLength(2);
  });

  test('that the credentials do not get stops the call at once', async () => {
    const { client, asked, tokensAsked } = await setUpClient(() => good, {
      tokens: () => ({ status: 401, body: { error: 'invalid_client' } }),
    });

    await expect(client.fetchCatalogs()).rejects.toThrow(
      /invalid_client.*ENTERPRISE_API_CLIENT_SECRET/,
    );
    expect([asked().length, tokensAsked().length]).toEqual([0, 1]);
  });

  test('may be a fixed one, which is never renewed', async () => {
    const { client, asked, tokensAsked } = await setUpClient(
      () => ({ status: 401, body: { detail: 'Invalid token.' } }),
      {
        credentials: { token: 'fixed' },
      },
    );

    await expect(client.fetchCatalogs()).rejects.toThrow(/ENTERPRISE_API_TOKEN/);
    expect(asked().map(({ headers }) => headers.authorization)).toEqual(['JWT fixed']);
    expect(tokensAsked()).toHaveLength(0);
  });

  test('and secret stand in no message, not even where the gateway echoes them', async () => {
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    const echo = `'${jwt}' not a valid key=value pair (missing equal-sign) in Authorization header: 'JWT ${jwt}'.`;
    const { client } = await setUpClient(() => ({ status: 403, body: { message: echo } }), {
      tokens: () => token(jwt),
    });

    const error: unknown = await client.fetchCatalogs().catch((caught: unknown) => caught);

    expect(String(error)).toContain('403');
    expect(String(error)).not.toMatch(/eyJ|a-secret/);
  });

  test('is asked for again where its service fails for a moment', async () => {
    const { client, tokensAsked } = await setUpClient(() => good, {
      tokens: (index) => (index === 0 ? { status: 500, body: 'oops' } : token('t')),
    });

    await client.fetchCatalogs();

    expect(tokensAsked()).toHaveLength(2);
  });

  test('that is refused is no refusal of a catalog', async () => {
    const { client } = await setUpClient(() => good, {
      tokens: () => ({ status: 403, body: '<h1>403 Forbidden</h1>' }),
    });

    await expect(client.fetchCatalogs()).rejects.toMatchObject({
      name: 'EnterpriseApiAuthError',
      status: 403,
      message: expect.stringContaining('403 Forbidden') as string,
    });
  });

  test('that dies again and again is renewed once in each call', async () => {
    let calls = 0;
    const { client, tokensAsked } = await setUpClient((request) => {
      calls += 1;
      return calls % 3 === 0
        ? { status: 401, body: { detail: 'Invalid token.' } }
        : listOf(300)(request);
    });

    const { summary } = await walkCatalog(client);

    expect(summary).toMatchObject({ complete: true, received: 300 });
    expect(tokensAsked()).toHaveLength(2);
  });

  test('does not keep a call that is aborted, nor is it lost for the others', async () => {
    const abort = new AbortController();
    const { client, tokensAsked } = await setUpClient(() => good, {
      tokens: () => {
        abort.abort(new Error('enough'));
        return { ...token('t'), delayMs: 50 };
      },
    });

    const aborted = client.fetchCatalogs({ signal: abort.signal });
    const other = client.fetchCatalogs();

    await expect(aborted).rejects.toThrow('enough');
    await expect(other).resolves.toMatchObject({ items: [] });
    expect(tokensAsked()).toHaveLength(1);
  });

  test.each([
    [
      'an opaque token',
      'opaque-token-of-30-characters',
      "'opaque-token-of-30-characters' is no key",
    ],
    ['a token in HTML', 'opaque', '<p>Authorization: JWT opaque</p>'],
  ])('is removed from messages: %s', async (_name, name, body) => {
    const { client, warnings } = await setUpClient(() => ({ status: 500, body }), {
      tokens: () => token(name),
    });

    const error: unknown = await client.fetchCatalogs().catch((caught: unknown) => caught);

    expect(inspect(error)).toContain('[secret]');
    expect([inspect(error), ...warnings].join(' ')).not.toContain(name);
  });

  test('that comes in half is not quoted', async () => {
    const half = '{"access_token": eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0';
    const { client } = await setUpClient(() => good, { tokens: () => ({ body: half }) });

    const error: unknown = await client.fetchCatalogs().catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(EnterpriseApiResponseError);
    expect(inspect(error)).not.toContain('eyJ');
  });

  test('service that repeats the secret does not bring it into a message', async () => {
    const { client } = await setUpClient(() => good, {
      tokens: () => ({
        status: 401,
        body: { error: 'invalid_client', error_description: 'a-secret is wrong' },
      }),
    });

    const error: unknown = await client.fetchCatalogs().catch((caught: unknown) => caught);

    expect(inspect(error)).toContain('invalid_client');
    expect(inspect(error)).not.toContain('a-secret');
  });
});
