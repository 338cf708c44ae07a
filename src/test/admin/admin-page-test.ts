import type { Page } from 'playwright-core';
import { sandboxPeople } from '#sandbox';

import type { PersonName } from './start-site.ts';

/** Signs a person in and waits for the overview; `origin` has the site's prefix at its end. */
export async function enter(page: Page, origin: string, who: PersonName): Promise<void> {
  const { email, password } = sandboxPeople[who];
  await page.goto(`${origin}/admin/`);
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/password/i).fill(password);
  await page.getByRole('button', { name: /sign in|continue/i }).click();
  await page.waitForURL(`${origin}/admin/`);
}

/** Opens a page of the admin area and waits until no panel is waiting. */
export async function openAdmin(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await waitForPanels(page);
}

/** Waits until no panel of the page is waiting, with or without scripts. */
export async function waitForPanels(page: Page): Promise<void> {
  await page.locator('[data-waiting]').first().waitFor({ state: 'detached' });
}

export { browserTest } from '../browser/browser-test.ts';
