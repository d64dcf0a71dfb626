import type { Page } from 'playwright-core';
import type { PlayerSource } from '#player/source.ts';
import { policyOfPage } from '#server/http/security-headers.ts';
import { chooseFile } from '#test/browser/choose-file.ts';
import { newPage, type PageOptions, watched } from '#test/browser/pages.ts';

/** A page of somebody's own that holds nothing but a player, under the strictest policy. */
const HOST = '/host.html';

interface PlayerOptions extends PageOptions {
  readonly language?: string;
  readonly page?: Page;
  /** The customer is the one at the player. */
  readonly served?: boolean;
  readonly focus?: boolean;
}

/** Drives `<waymark-player>` as a person does: with keys, by what is read and where the focus is. */
export class PlayerDriver {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens a page at `origin` (where the built files are) and gives its player a source. */
  static async open(origin: string, source: PlayerSource, options: PlayerOptions = {}): Promise<PlayerDriver> {
    const page = options.page ?? watched(await newPage(options));
    await page.route(`${origin}${HOST}`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': policyOfPage('none') },
        body: `<!doctype html><html lang="${options.language ?? 'en'}"><head><title>Host</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg"><script type="module" src="/waymark-player.js"></script></head>
<body><main><h1>Northline</h1></main></body></html>`,
      }),
    );
    const driver = new PlayerDriver(page);
    await page.goto(origin + HOST);
    await driver.play(source, options);
    return driver;
  }

  /** Puts a player into the page, as a host's script does. */
  async play(source: PlayerSource, { served = false, focus = true }: PlayerOptions = {}): Promise<void> {
    await this.page.waitForFunction(() => customElements.get('waymark-player') !== undefined);
    await this.page.evaluate(
      ({ source, served, focus }) => {
        const player = document.createElement('waymark-player');
        player.toggleAttribute('autofocus', focus);
        player.toggleAttribute('served', served);
        Object.assign(window, { said: [], steps: 0, ended: undefined, failures: [] });
        const heard = window as unknown as HeardInPage;
        player.addEventListener('waymark-step', () => heard.steps++);
        player.addEventListener('waymark-end', (event) => {
          heard.ended = (event as CustomEvent<{ outcome?: string }>).detail.outcome;
        });
        player.addEventListener('waymark-error', (event) => {
          heard.failures.push((event as CustomEvent<{ code: string }>).detail.code);
        });
        document.querySelector('main')?.append(player);
        Object.assign(player, { source });
        const root = player.shadowRoot;
        if (!root) return;
        new MutationObserver(() => {
          const text = root.querySelector('[role=status]')?.textContent ?? '';
          if (text !== '' && heard.said.at(-1) !== text) heard.said.push(text);
        }).observe(root, { subtree: true, childList: true, characterData: true });
      },
      { source: source as unknown as object, served, focus },
    );
  }

  async setSource(source: PlayerSource): Promise<void> {
    await this.page.evaluate(
      (source) => {
        Object.assign(document.querySelector('waymark-player') ?? {}, { source });
      },
      source as unknown as object,
    );
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Waits until the page of this element is in sight. */
  async at(element: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => {
        const player = document.querySelector('waymark-player');
        return player && 'session' in player && (player.session as Shown | undefined)?.page?.element === wanted;
      },
      element,
      { timeout: 120_000 },
    );
  }

  async ended(): Promise<string> {
    await this.page.waitForFunction(() => (window as unknown as HeardInPage).ended !== undefined, undefined, {
      timeout: 120_000,
    });
    return this.page.evaluate(() => (window as unknown as HeardInPage).ended ?? '');
  }

  /** What stands in the player, as it is read. */
  text(): Promise<string> {
    return this.page.locator('waymark-player .stage').innerText();
  }

  /** What the live region said, in order. */
  said(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as HeardInPage).said);
  }

  failures(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as HeardInPage).failures);
  }

  steps(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as HeardInPage).steps);
  }

  /** What has the focus: its role or tag, and its text or value. */
  focus(): Promise<string> {
    return this.page.evaluate(() => {
      const focused = document.querySelector('waymark-player')?.shadowRoot?.activeElement;
      if (!focused) return 'nothing';
      if (focused instanceof HTMLInputElement && /^(radio|checkbox)$/.test(focused.type)) {
        return `${focused.type} ${focused.closest('label')?.querySelector('.choice-label')?.textContent}`;
      }
      if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) {
        return `${focused.getAttribute('role') ?? 'text'} “${focused.value}”`;
      }
      if (focused instanceof HTMLSelectElement) return `list ${focused.selectedOptions[0]?.textContent}`;
      const label = focused.querySelector('.choice-label') ?? focused;
      return `${focused.tagName.toLowerCase()} ${label.textContent?.trim()}`;
    });
  }

  /** Gives the file control of the page a file, as its dialog does. */
  chooseFile(file: Parameters<typeof chooseFile>[1]): Promise<void> {
    return chooseFile(this.page, file, () => this.press('Enter'));
  }

  variables(): Promise<Readonly<Record<string, unknown>>> {
    return this.page.evaluate(() => {
      const player = document.querySelector('waymark-player');
      const session = player && 'session' in player ? (player.session as Shown | undefined) : undefined;
      return session?.variables ?? {};
    });
  }

  /** Reloads the whole page, as a person does; the player then has to be given its source again. */
  async reload(source: PlayerSource): Promise<void> {
    await this.page.reload();
    await this.play(source);
  }
}

interface Shown {
  readonly page?: { readonly element: string } | null;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface HeardInPage {
  said: string[];
  steps: number;
  ended: string | undefined;
  failures: string[];
}
