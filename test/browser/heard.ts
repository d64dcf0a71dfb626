import type { Page } from 'playwright-core';
import { drawn } from './person.ts';

/** Begins to note what live regions say from now on, those of players that are there too; {@link heard} tells. */
export async function listen(page: Page): Promise<void> {
  // What stands there is said a moment after it is drawn.
  await drawn(page);
  await page.evaluate(() => {
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]';
    const said: string[] = [];
    Object.assign(window, { heardByReader: said });
    const note = (text: string | null | undefined) => {
      const words = text?.trim().replaceAll(/\s+/g, ' ') ?? '';
      if (words !== '') said.push(words);
    };
    const watch = new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const around = target instanceof Element ? target : target.parentElement;
        if (around?.closest(live) && type === 'characterData') note(target.textContent);
        else if (around?.closest(live)) for (const node of addedNodes) note(node.textContent);
        // An alert is said as it comes.
        else
          for (const node of addedNodes) {
            if (!(node instanceof Element)) continue;
            const alerts = [node, ...node.querySelectorAll('*')].filter((one) => one.matches('[role=alert]'));
            for (const alert of alerts) note(alert.textContent);
          }
      }
    });
    const roots = [document.body, ...[...document.querySelectorAll('waymark-player')].map((one) => one.shadowRoot)];
    for (const root of roots) if (root) watch.observe(root, { subtree: true, childList: true, characterData: true });
  });
}

/** What was said, in order, each piece as it was put in. */
export function heard(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(window as unknown as { heardByReader: string[] }).heardByReader]);
}

/** What has the focus, also within a player: its role or tag, and its name. `body` says that it is lost. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at === null || at === document.body) return 'body';
    const labels = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
    const name = at.getAttribute('aria-label') ?? labels ?? at.textContent ?? '';
    return `${at.getAttribute('role') ?? at.tagName.toLowerCase()} ${name.trim().replaceAll(/\s+/g, ' ')}`.trim();
  });
}
