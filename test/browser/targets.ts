import type { Page } from 'playwright-core';

/** CSS pixels, in both directions. */
const SMALLEST = 24;

/**
 * What can be pressed or dragged and is smaller than 24 × 24 px: axe lets small targets pass that stand apart, we do not.
 * Links within running text are free, as in WCAG 2.5.8.
 */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((smallest) => {
    const pressed = [
      'button',
      'a[href]',
      'input:not([type=hidden])',
      'select',
      'textarea',
      'summary',
      '[role=button]',
      '[role=checkbox]',
      '[role=link]',
      '[role=menuitem]',
      '[role=menuitemradio]',
      '[role=option]',
      '[role=radio]',
      '[role=separator][tabindex]',
      '[role=slider]',
      '[role=switch]',
      '[role=tab]',
      '[role=treeitem]',
      '[data-target]',
    ].join(',');

    /** Nobody sees it: its label or its twin is what is pressed. */
    const isForReadersOnly = (element: Element): boolean => {
      for (let around: Element | null = element; around !== null; around = around.parentElement) {
        const { width, height } = around.getBoundingClientRect();
        if (width <= 1 && height <= 1 && getComputedStyle(around).overflow === 'hidden') return true;
      }
      return element.getBoundingClientRect().width <= 1;
    };

    const found = new Set<string>();
    for (const element of document.querySelectorAll(pressed)) {
      if (element.closest('[inert], [aria-hidden=true]') || element.matches('[data-react-aria-prevent-focus]'))
        continue;
      const isMark = element.matches('input[type=checkbox], input[type=radio]');
      const target = isMark ? (element.closest('label') ?? element) : element;
      const style = getComputedStyle(target);
      if (style.visibility !== 'visible' || !target.checkVisibility()) continue;
      if (style.display === 'inline' && target.matches('a[href]')) continue;
      const { width, height } = target.getBoundingClientRect();
      // Half a pixel is lost to rounding at odd zooms.
      if (width >= smallest - 0.5 && height >= smallest - 0.5) continue;
      if (isForReadersOnly(target)) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30);
      found.add(
        `${target.tagName.toLowerCase()}.${target.className} “${name}”: ${Math.round(width)} × ${Math.round(height)}`,
      );
    }
    return [...found];
  }, SMALLEST);
}

/** How far the page is wider than its window, in pixels; 0 where nothing asks to scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
