import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong on the page as it is shown, one line for each element, for example
 * `image-alt: Images must have alternative text (img)`. All its rules are asked, that of WCAG 2.2 on the size of
 * targets included; or only those that are named.
 * No page has a frame of another site, so axe needs no blank page of its own for each run.
 */
export async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules === undefined) axe.options({ rules: { 'target-size': { enabled: true } } });
  else axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
