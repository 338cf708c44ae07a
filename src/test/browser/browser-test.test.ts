import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { browserTest } from './browser-test.ts';
import { findViolations } from './find-violations.ts';

const pages: Record<string, string> = {
  '/good': '<main><h1>Courses</h1><p>Readable.</p></main>',
  '/bad': '<main><h1>Courses</h1><img src="data:,"></main>',
  '/script':
    '<main><h1>Plain</h1></main><script>document.querySelector("h1").textContent = "Scripted"</script>',
};

const test = browserTest.extend<{ origin: string }>({
  // eslint-disable-next-line no-empty-pattern -- vitest reads the fixtures needed from the pattern
  origin: async ({}, use) => {
    const server = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>Test</title><link rel="icon" href="data:,">${pages[request.url ?? ''] ?? ''}</html>`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    server.closeAllConnections();
    server.close();
  },
});

test('a page without faults has no violations', async ({ page, origin }) => {
  await page.goto(`${origin}/good`);

  expect(await findViolations(page)).toEqual([]);
});

test('a picture without text is a violation that names the element', async ({ page, origin }) => {
  await page.goto(`${origin}/bad`);

  expect(await findViolations(page)).toEqual([
    'image-alt: Images must have alternative text (img)',
  ]);
});

test('scripts run', async ({ page, origin }) => {
  await page.goto(`${origin}/script`);

  expect(await page.textContent('h1')).toBe('Scripted');
});

test.describe('without JavaScript', () => {
  test.override({ contextOptions: { javaScriptEnabled: false } });

  test('scripts do not run', async ({ page, origin }) => {
    await page.goto(`${origin}/script`);

    expect(await page.textContent('h1')).toBe('Plain');
  });
});
