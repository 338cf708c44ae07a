import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../index.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ courses: 1 });
});

afterAll(() => sandbox.close());

const fetchPicture = (name: string) => fetch(`${sandbox.url}/media/${name}`);

test.each([
  ['courses/law/HFC%2BLAW110x.png', 1134, 675],
  ['courses/law/HFC+LAW110x.small.png', 378, 225],
  ['programs/xseries/1234.png', 1134, 675],
  ['people/1234.png', 440, 440],
  ['logos/kit.png', 400, 240],
  ['banners/kit.png', 1440, 240],
  ['figures/inline.png', 1134, 675],
])('draws %s, always alike', async (name, width, height) => {
  const response = await fetchPicture(name);
  const picture = Buffer.from(await response.arrayBuffer());

  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width, height });
  expect(Buffer.from(await (await fetchPicture(name)).arrayBuffer()).equals(picture)).toBe(true);
});

test('draws another picture for another name', async () => {
  const [first, second] = await Promise.all(
    ['courses/law/A+1.png', 'courses/law/A+2.png'].map(async (name) =>
      (await fetchPicture(name)).arrayBuffer(),
    ),
  );

  expect(Buffer.from(first!).equals(Buffer.from(second!))).toBe(false);
});

test('does not send a picture again to who has it', async () => {
  const { headers } = await fetchPicture('people/1234.png');
  const etag = headers.get('ETag') ?? '';

  const again = await fetch(`${sandbox.url}/media/people/1234.png`, {
    headers: { 'If-None-Match': etag },
  });

  expect([again.status, await again.text()]).toEqual([304, '']);
});

test.each(['missing/A+1.png', 'constructor/x.png', 'courses/law/A+1.gif', 'courses/law/%E0.html'])(
  'has no %s',
  async (name) => {
    expect((await fetchPicture(name)).status).toBe(404);
  },
);

test('items name pictures under the address that they were asked under', async () => {
  const answer = await fetch(`${sandbox.url}/oauth2/v1/access_token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      token_type: 'jwt',
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = { Accept: 'application/json', Authorization: `JWT ${token}` };
  const list = `${sandbox.url}/enterprise/v2/enterprise-catalogs`;
  const { results: catalogs } = (await (await fetch(list, { headers })).json()) as {
    results: { uuid: string }[];
  };
  const content = await fetch(`${list}/${catalogs[0]!.uuid}`, { headers });
  const { results } = (await content.json()) as { results: { original_image: { src: string } }[] };

  expect(results[0]!.original_image.src).toBe(
    `${sandbox.url}/media/courses/data-analysis-statistics/KIT%2BSTAT101x.png`,
  );
});
