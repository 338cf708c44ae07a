import type { Locator, Page } from 'playwright-core';

/** By what a person uses a page; each waits for what it is done to. */
export interface Hands {
  press: (target: Locator) => Promise<void>;
  fill: (target: Locator, text: string) => Promise<void>;
  check: (target: Locator) => Promise<void>;
}

/** A mouse or a finger, with a keyboard to type. */
export const mouse: Hands = {
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
  check: (target) => target.check(),
};

/** A keyboard alone: everything is gone to by Tab. */
export function createKeyboard(page: Page): Hands {
  return {
    async press(target) {
      await goTo(page, target);
      await page.keyboard.press('Enter');
    },
    async fill(target, text) {
      await goTo(page, target);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
    },
    async check(target) {
      await goTo(page, target);
      await page.keyboard.press('Space');
    },
  };
}

async function goTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 500; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}
