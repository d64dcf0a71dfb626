import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from './chromium-path.ts';

/** Milliseconds that anything may take on a machine that does other work too. */
const PATIENCE = 120_000;

/** A browser with a profile on disk that is killed and started again. Ends with the test that made it. */
export class MortalBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'waymark-profile-'));
  #context: BrowserContext | undefined;

  constructor() {
    onTestFinished(async () => {
      await this.#context?.close();
      rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10 });
    });
  }

  async start(): Promise<BrowserContext> {
    const options = { executablePath: await chromiumPath(), args: CHROMIUM_ARGS, timeout: PATIENCE };
    this.#context = await chromium.launchPersistentContext(this.#profile, options);
    this.#context.setDefaultTimeout(PATIENCE);
    return this.#context;
  }

  /** Ends all its processes at once: they get to do nothing more. */
  async kill(): Promise<void> {
    const gone = this.#context?.waitForEvent('close');
    // The browser marks its profile as taken with the name of the machine and the number of its process.
    const pid = Number(readlinkSync(join(this.#profile, 'SingletonLock')).split('-').at(-1));
    // It leads a group of its own.
    process.kill(-pid, 'SIGKILL');
    await gone;
    this.#context = undefined;
  }
}
