/// <reference lib="dom" />
import type { Page } from 'playwright-core';

export interface TabWalk {
  /** What the Tab key stopped at, in order. */
  readonly stops: readonly string[];
  /** What looks as if one could reach it, and the Tab key did not. */
  readonly missed: readonly string[];
  /** Stops without a ring, or hidden under something else. */
  readonly unseen: readonly string[];
}

/** Presses Tab from the top of the page until it leaves the page, and tells what a person without a mouse meets. */
export async function walkByTab(page: Page, atMost = 300): Promise<TabWalk> {
  await page.evaluate(installProbe);
  const stops: string[] = [];
  const unseen: string[] = [];
  for (let press = 0; press < atMost; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => window.focusProbe.look());
    if (stop === null) break;
    stops.push(stop.name);
    if (stop.trouble !== null) unseen.push(`${stop.name}: ${stop.trouble}`);
  }
  const missed = await page.evaluate(() => window.focusProbe.missed());
  return { stops, missed, unseen };
}

interface FocusProbe {
  /** The element with the focus; null when the walk is over. */
  look(): Promise<{ readonly name: string; readonly trouble: string | null } | null>;
  missed(): string[];
}

declare global {
  interface Window {
    focusProbe: FocusProbe;
  }
}

/** Runs in the page: it may use nothing from outside itself. */
function installProbe(): void {
  const met = new Set<Element>();

  function nameOf(element: Element): string {
    const label =
      element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent ?? '';
    const name = label.trim() || element.getAttribute('name') || element.id;
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.slice(0, 40)}`.trim();
  }

  /** The ring may be drawn by the element, by the mark beside a native input, or by the box around it. */
  function hasRing(element: Element): boolean {
    const label = element.closest('label');
    const around = [element.parentElement, element.parentElement?.parentElement, element.closest('[role=group]')];
    const drawn = [element, ...around, label, ...(label?.querySelectorAll('*') ?? [])];
    return drawn.some((candidate) => {
      if (!candidate) return false;
      const own = getComputedStyle(candidate);
      const after = getComputedStyle(candidate, '::after');
      const isLit = candidate.matches('[data-focused]') && own.backgroundColor !== 'rgba(0, 0, 0, 0)';
      const hasLine = candidate.matches('[role=separator]') && after.backgroundColor !== 'rgba(0, 0, 0, 0)';
      return isLit || hasLine || (own.outlineStyle !== 'none' && Number.parseFloat(own.outlineWidth) >= 2);
    });
  }

  function troubleOf(element: Element): string | null {
    if (!hasRing(element)) return 'no focus ring';
    const seen = element.closest('label') ?? element;
    const box = seen.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const isOnTop = top !== null && (seen.contains(top) || top.contains(seen));
    return isOnTop ? null : `hidden under ${top?.tagName.toLowerCase()}.${top?.className}`;
  }

  window.focusProbe = {
    async look() {
      // A frame to draw the ring in, and one that comes after it.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const element = document.activeElement;
      if (element === null || element === document.body || met.has(element)) return null;
      met.add(element);
      return { name: nameOf(element), trouble: troubleOf(element) };
    },
    missed() {
      const reachable = 'a[href], button, input, select, textarea, [tabindex]';
      // One stop a group, arrows within: a toolbar, a grid, radio buttons of one name.
      const groups = '[role=toolbar], [role=grid], [role=treegrid], [role=tablist], [role=listbox], [role=menu]';
      const isWithinReached = (element: Element) => {
        const group = element.closest(groups);
        return group !== null && [...met].some((one) => group.contains(one));
      };
      const isReachable = (element: Element) =>
        element instanceof HTMLElement &&
        element.tabIndex >= 0 &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches(':disabled, [inert] *, [aria-hidden=true] *, input[type=hidden]') &&
        !element.matches('input[type=radio]') &&
        !isWithinReached(element);
      return [...document.querySelectorAll(reachable)].filter((one) => isReachable(one) && !met.has(one)).map(nameOf);
    },
  };
}
