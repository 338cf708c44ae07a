import type { Locator, Page } from 'playwright-core';
import { waitForPanels } from './admin-page-test.ts';
import { mouse, type Hands } from './hands.ts';

export const mainPlan = 'Learning for everyone';

const sections = {
  Overview: 'Overview',
  Plans: 'Plans',
  Assign: 'Assign licenses',
  Revoke: 'Revoke licenses',
  Enroll: 'Bulk enrollment',
  Learners: 'Learners',
  Operations: 'Operations',
  Log: 'Log',
} as const;

export type Administrator = ReturnType<typeof createAdministrator>;

/** Who goes through the admin area by its links and forms; each step ends when its page is there. */
export function createAdministrator(page: Page, hands: Hands = mouse) {
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name });

  async function follow(link: Locator, title: string): Promise<void> {
    await hands.press(link);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await waitForPanels(page);
  }

  async function open(section: keyof typeof sections): Promise<void> {
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await follow(navigation.getByRole('link', { name: section, exact: true }), sections[section]);
  }

  /** The rows of a table, its heading first; a cell with several lines has one blank for each. */
  async function readTable(label: string): Promise<string[][]> {
    const rows = main.getByRole('region', { name: label }).getByRole('row');
    return rows.evaluateAll((found) =>
      found.map((row) =>
        [...row.children].map(({ textContent }) => textContent.trim().replaceAll(/\s+/g, ' ')),
      ),
    );
  }

  return {
    ...{ hands, main, button, open, follow, readTable },
    /** The numbers of a plan's allocation, by the page of the plan. */
    async readCounts(plan = mainPlan): Promise<Record<string, string>> {
      await open('Plans');
      await follow(main.getByRole('link', { name: plan, exact: true }), plan);
      const rows = await readTable('License allocation');
      return Object.fromEntries(rows.slice(1).map(([name = '', count = '']) => [name, count]));
    },
    async openForm(kind: 'Assign' | 'Revoke' | 'Enroll', plan = mainPlan): Promise<void> {
      await open(kind);
      await follow(main.getByRole('link', { name: plan, exact: true }), sections[kind]);
      await main.getByLabel('Paste addresses').waitFor();
    },
    async enterAddresses(addresses: readonly string[]): Promise<void> {
      await hands.fill(main.getByLabel('Paste addresses'), addresses.join('\n'));
    },
    async chooseRun({ search, key }: { search: string; key: string }): Promise<void> {
      await hands.fill(main.getByLabel('Search for courses'), search);
      await hands.press(button('Search'));
      await hands.check(main.getByRole('checkbox', { name: key }));
    },
    async review(): Promise<void> {
      await hands.press(button('Review'));
      await main.getByRole('heading', { name: 'Confirm', exact: true }).waitFor();
    },
    /** `lead` is what the page of the operation says at its end. */
    async confirm(name: string, lead: string): Promise<void> {
      await hands.press(button(name));
      await waitForLead(page, lead);
    },
    /** A fact by its label. */
    fact: (label: string) =>
      main
        .locator('dt', { hasText: new RegExp(`^${label}$`) })
        .locator('xpath=following-sibling::dd'),
  };
}

/** Waits for what the page of an operation says; without scripts it has to be reloaded for that. */
export async function waitForLead(page: Page, lead: string): Promise<void> {
  const words = page.getByRole('main').getByText(lead, { exact: true }).first();
  const reload = page.getByRole('main').getByRole('link', { name: 'Reload' });
  await words.or(reload).first().waitFor();
  while (!(await words.isVisible())) {
    if (await reload.isVisible()) await reload.click();
    await words.or(reload).first().waitFor();
  }
}
