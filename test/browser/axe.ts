import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong in the page as it stands, or in the part of it that a selector names; one line each: the rule, the
 * element, and why.
 */
export async function accessibilityProblems(page: Page, part?: string): Promise<readonly string[]> {
  // What floats hangs outside all landmarks, with React Aria's buttons by which screen readers on telephones close it.
  const isSomethingOpen = (await page.locator('body > :not(#root) [data-trigger]').count()) > 0;
  const axe = new AxeBuilder({ page })
    // In the page itself: the other way gathers frames in a second page, which takes the focus away and half of the time.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .disableRules(isSomethingOpen ? ['region'] : []);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary ?? violation.help}`,
    ),
  );
}
