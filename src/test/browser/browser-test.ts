import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test as base } from 'vitest';
import { launchBrowser } from '../../../scripts/find-browser.ts';

/**
 * A test with a `page` of a real browser. The test fails when the page throws, writes an error or
 * a warning to its console, or asks for anything that is not on this machine.
 * `test.override({ contextOptions: { javaScriptEnabled: false } })` changes what the page is like.
 */
export const browserTest = base.extend<BrowserFixtures>({
  contextOptions: {},
  browser: [
    // eslint-disable-next-line no-empty-pattern -- vitest reads the fixtures needed from the pattern
    async ({}, use) => {
      const browser = await launchBrowser(inject('browserPath'));
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  page: async ({ browser, contextOptions }, use) => {
    // Chromium reports a cross-fade that a quick click cuts short as an error of the page.
    const context = await browser.newContext({ reducedMotion: 'reduce', ...contextOptions });
    const page = await context.newPage();
    const complaints = collectComplaints(page);
    await use(page);
    await context.close();
    expect(complaints, 'complaints of the page').toEqual([]);
  },
});

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(`error: ${message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (isElsewhere(request.url())) complaints.push(`request to ${request.url()}`);
  });
  return complaints;
}

function isElsewhere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol.startsWith('http') && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

interface BrowserFixtures {
  contextOptions: BrowserContextOptions;
  browser: Browser;
  page: Page;
}
