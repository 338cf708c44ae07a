import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer, type Answer } from '../../test/http-server.ts';
import { openImageCache } from '../cache/open-cache.ts';
import {
  createImageFetcher,
  type ImageFetcherOptions,
  type ImageRequest,
} from './image-fetcher.ts';

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#14504c' }, limitInputPixels: false });
const png = await canvas(60, 40).png().toBuffer();
const photo = await sharp({
  create: {
    width: 400,
    height: 300,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 50 },
  },
})
  .jpeg()
  .toBuffer();

function startFetcher(options: Partial<ImageFetcherOptions> = {}) {
  const cache = openImageCache(mkdtempSync(path.join(tmpdir(), 'prospectus-images-')));
  const fetcher = createImageFetcher({
    cache,
    isLoopbackAllowed: true,
    sleep: () => Promise.resolve(),
    ...options,
  });
  onTestFinished(() => fetcher.close());
  return { cache, fetcher };
}

/** Fetches one picture that is answered so, whatever is asked for. */
async function fetchAnswer(
  answer: Answer | ((path: string) => Answer),
  options: Partial<ImageFetcherOptions> = {},
  request: Partial<ImageRequest> = {},
) {
  const server = await startServer(({ path: asked }) =>
    typeof answer === 'function' ? answer(asked) : answer,
  );
  const { cache, fetcher } = startFetcher(options);
  const result = await fetcher.fetch({ url: `${server.url}/a.png`, isLogo: false, ...request });
  return { result, cache, fetcher, server };
}

describe('a picture', () => {
  test.each([
    ['jpeg', canvas(60, 40).jpeg()],
    ['png', canvas(60, 40).png()],
    ['webp', canvas(60, 40).webp()],
    ['avif', canvas(60, 40).avif()],
    ['gif', canvas(60, 40).gif()],
  ])('that is %s is kept as it came, whatever its header says', async (type, drawn) => {
    const bytes = await drawn.toBuffer();

    const { result, cache } = await fetchAnswer({
      bytes,
      headers: { 'Content-Type': 'text/html' },
    });

    expect(result).toMatchObject({
      state: 'fetched',
      facts: { type, width: 60, height: 40, hasAlpha: false },
    });
    if (result.state !== 'fetched') return;
    expect(result.facts.tone).toMatch(/^t-(?:teal|cyan)-dark$/);
    expect(readFileSync(cache.sourceFile(result.digest)).equals(bytes)).toBe(true);
  });

  test('is measured as it is shown, and its transparency is seen', async () => {
    const turned = await canvas(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const clear = await sharp({
      create: { width: 30, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();

    const first = await fetchAnswer({ bytes: turned });
    const second = await fetchAnswer({ bytes: clear });

    expect(first.result).toMatchObject({ facts: { width: 40, height: 60 } });
    expect(second.result).toMatchObject({ facts: { hasAlpha: true, tone: 't-white' } });
  });

  test('is asked for without a token, a cookie or a referrer, under our own name', async () => {
    const { server, fetcher } = await fetchAnswer({ bytes: png, headers: { 'Set-Cookie': 'a=b' } });

    await fetcher.fetch({ url: `${server.url}/b.png`, isLogo: false });

    const { headers } = server.requests[1]!;
    expect(headers['user-agent']).toMatch(/^Prospectus/);
    expect(headers['accept-encoding']).toBe('identity');
    for (const name of ['authorization', 'cookie', 'referer']) {
      expect(headers).not.toHaveProperty(name);
    }
  });

  test('that has not changed is not sent again', async () => {
    const { result, server } = await fetchAnswer(
      { status: 304 },
      {},
      { known: { etag: '"v1"', lastModified: 'Wed, 25 Nov 2026 06:00:00 GMT' } },
    );

    expect(result).toEqual({ state: 'same' });
    expect(server.requests[0]!.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Wed, 25 Nov 2026 06:00:00 GMT',
    });
  });

  test('is followed through three redirects', async () => {
    const { result } = await fetchAnswer((asked) =>
      asked === '/3' ? { bytes: png } : { status: 302, headers: { Location: nextHop(asked) } },
    );

    expect(result).toMatchObject({ state: 'fetched' });
  });
});

function nextHop(asked: string): string {
  return `/${asked === '/a.png' ? 1 : Number(asked.slice(1)) + 1}`;
}

describe('refused is', async () => {
  const bomb = await canvas(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
  const small = { bytes: 50_000, transferMs: 2000 };

  test.each<[string, Answer | ((path: string) => Answer), RegExp]>([
    ['a page with a picture’s name', { body: '<!doctype html><title>Sign in</title>' }, /web page/],
    ['an empty answer', { bytes: new Uint8Array() }, /is empty/],
    ['any other file', { body: '%PDF-1.7 …' }, /none of JPEG, PNG, WebP, AVIF and GIF/],
    ['a TIFF', { bytes: await canvas(20, 20).tiff().toBuffer() }, /none of JPEG/],
    ['a picture that is not whole', { bytes: photo.subarray(0, 4000) }, /can't be decoded/],
    ['a mere beginning of one', { bytes: png.subarray(0, 10) }, /can't be decoded/],
    ['a counter of one pixel', { bytes: await canvas(1, 1).png().toBuffer() }, /a counter/],
    ['a decompression bomb', { bytes: bomb }, /more pixels/],
    [
      'a strip without end',
      { bytes: await canvas(20_000, 2).png().toBuffer() },
      /20000 × 2 pixels/,
    ],
    [
      'a compressed answer',
      { bytes: gzipSync(png), headers: { 'Content-Encoding': 'gzip' } },
      /comes compressed/,
    ],
    [
      'an answer that says it is too large',
      { bytes: photo, headers: { 'Content-Length': '99000000' } },
      /more than 48 KB/,
    ],
    [
      'an answer without end',
      { bytes: new Uint8Array(10_000), isEndless: true },
      /more than 48 KB/,
    ],
    ['a missing one', { status: 404, body: 'Not Found' }, /answers 404/],
    ['one for members', { status: 403 }, /answers 403/],
    ['no content', { status: 204, headers: {} }, /answers 204/],
    ['an unasked 304', { status: 304 }, /answers 304/],
    ['a loop of redirects', { status: 302, headers: { Location: '/a.png' } }, /more than 3 times/],
    ['a redirect to nowhere', { status: 302 }, /without an address to go to/],
    [
      'a redirect to a private network',
      { status: 302, headers: { Location: 'http://10.0.0.1/a.png' } },
      /10\.0\.0\.1 is a private network/,
    ],
    [
      'a redirect to the machine’s metadata',
      { status: 307, headers: { Location: 'http://169.254.169.254/latest/' } },
      /169\.254\.169\.254 is link-local/,
    ],
    [
      'a redirect to a private IPv6 address',
      { status: 301, headers: { Location: 'http://[fd00::1]/a.png' } },
      /fd00::1 is a private/,
    ],
    [
      'a redirect to a file',
      { status: 302, headers: { Location: 'file:///etc/passwd' } },
      /begins with file:/,
    ],
    [
      'a redirect with a password',
      { status: 302, headers: { Location: 'http://u:p@127.0.0.1/' } },
      /user name or password/,
    ],
    [
      'an SVG that is no logo',
      { body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      /for logos only/,
    ],
  ])('%s', async (_name, answer, reason) => {
    const limits = 'bytes' in answer && answer.bytes === bomb ? {} : small;

    const { result } = await fetchAnswer(answer, { limits });

    expect(result).toEqual({ state: 'refused', reason: expect.stringMatching(reason) as string });
  });

  test('this machine, where the API is not on it', async () => {
    const { result, server } = await fetchAnswer({ bytes: png }, { isLoopbackAllowed: false });

    expect(result).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('itself') as string,
    });
    expect(server.requests).toHaveLength(0);
  });

  test('a name that resolves to a private address only when the connection is made', async () => {
    const server = await startServer(() => ({ bytes: png }));
    const answers = ['127.0.0.1', '10.0.0.1'];
    const { fetcher } = startFetcher({
      lookup: (_host, _options, callback) => {
        callback(null, [{ address: answers.shift() ?? '10.0.0.1', family: 4 }]);
      },
    });
    const url = `http://pictures.example:${new URL(server.url).port}`;

    const first = await fetcher.fetch({ url: `${url}/a.png`, isLogo: false });
    server.requests.length = 0;
    const second = await fetcher.fetch({ url: url.replace('pictures', 'other'), isLogo: false });

    expect(first.state).toBe('fetched');
    expect(second).toEqual({
      state: 'refused',
      reason: expect.stringContaining('other.example (10.0.0.1) is a private network') as string,
    });
    expect(server.requests).toHaveLength(0);
  });

  test('a name of which one address of several is private', async () => {
    const { fetcher } = startFetcher({
      lookup: (_host, _options, callback) => {
        callback(null, [
          { address: '1.1.1.1', family: 4 },
          { address: '169.254.169.254', family: 4 },
        ]);
      },
    });

    expect(await fetcher.fetch({ url: 'http://two.example/a.png', isLogo: false })).toMatchObject({
      state: 'refused',
    });
  });
});

describe('what may pass is not held against a picture:', () => {
  test.each<[string, Answer, RegExp]>([
    ['a server that fails', { status: 503 }, /answers 503/],
    ['a server that is asked too often', { status: 429 }, /answers 429/],
    ['a server that says nothing', { isSilent: true }, /within 0.2 s/],
    ['a connection that ends', { hangsUp: true }, /./],
    ['a transfer that ends', { bytes: photo, cutAfter: 500 }, /./],
  ])('%s', async (_name, answer, reason) => {
    const { result, server } = await fetchAnswer(answer, { limits: { transferMs: 200 } });

    expect(result).toEqual({ state: 'failed', reason: expect.stringMatching(reason) as string });
    expect(server.requests).toHaveLength(2);
  });

  test('a second try that works', async () => {
    const answers: Answer[] = [{ status: 500 }, { bytes: png }];

    const { result } = await fetchAnswer(() => answers.shift() ?? { status: 500 });

    expect(result.state).toBe('fetched');
  });

  test('a server that asks for a pause gets it, from all its pictures', async () => {
    const server = await startServer((_request, index) =>
      index === 0 ? { status: 429, headers: { 'Retry-After': '7' } } : { bytes: png },
    );
    const pauses: number[] = [];
    const { promise: pause, resolve: endPause } = Promise.withResolvers<undefined>();
    const { promise: begun, resolve: beginPause } = Promise.withResolvers<undefined>();
    const { fetcher } = startFetcher({
      sleep: (ms) => {
        pauses.push(ms);
        beginPause(undefined);
        return pause;
      },
    });
    const fetchOne = (name: string) =>
      fetcher.fetch({ url: `${server.url}/${name}`, isLogo: false });

    const first = fetchOne('a.png');
    await begun;
    const second = fetchOne('b.png');
    await setImmediate();
    const before = server.requests.length;
    endPause(undefined);
    const states = (await Promise.all([first, second])).map(({ state }) => state);

    expect([before, pauses]).toEqual([1, [7000]]);
    expect(states).toEqual(['fetched', 'fetched']);
  });

  test('a host that fails every time is soon left alone', async () => {
    const server = await startServer(() => ({ status: 500 }));
    const { fetcher } = startFetcher();

    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        fetcher.fetch({ url: `${server.url}/${index}.png`, isLogo: false }),
      ),
    );

    expect(server.requests.length).toBeLessThanOrEqual(18);
    expect(results.at(-1)).toEqual({
      state: 'failed',
      reason: 'its host failed 5 times in a row',
    });
  });
});
