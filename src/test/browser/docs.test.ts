import { afterAll, beforeAll, expect } from 'vitest';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createOpenApiDocument } from '#openapi';
import { createSandbox, type Sandbox } from '#sandbox';
import { browserTest } from './browser-test.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  const viewer = import.meta.resolve('swagger-ui-dist/package.json');
  sandbox = await createSandbox({
    courses: 5,
    docs: {
      createDocument: (origin) => createOpenApiDocument({ origin }),
      viewerFolder: path.dirname(fileURLToPath(viewer)),
    },
  });
});

afterAll(() => sandbox.close());

// That nothing is asked of another machine is part of every browser test.
browserTest(
  'the viewer shows every endpoint and gets a token from the sandbox',
  async ({ page }) => {
    await page.goto(`${sandbox.url}/docs`);
    await page.locator('.opblock').first().waitFor();
    expect(await page.locator('.opblock').count()).toBe(11);

    const token = page.locator('.opblock', { hasText: '/oauth2/v1/access_token' });
    await token.locator('.opblock-summary-control').click();
    await token.getByRole('button', { name: 'Try it out' }).click();
    await token.getByRole('button', { name: 'Execute' }).click();

    const answer = token.locator('.live-responses-table .response .microlight');
    await answer.first().waitFor();
    expect(await answer.first().textContent()).toContain('"access_token"');
  },
);
