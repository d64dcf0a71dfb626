import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type BrowserServer, chromium } from 'playwright-core';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_ARGS, chromiumPath } from './chromium-path.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for what is made once a run: the browser, the built pages. */
    browserSetup: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What browser tests share, made when the first of them asks and never before: a run without browser tests starts no
 * browser. Test files run in threads of their own, so they ask over a port of this machine.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let browser: Promise<BrowserServer> | undefined;
  let pages: Promise<string> | undefined;

  const answer = (path: string | undefined): Promise<string> => {
    if (path === '/browser') {
      browser ??= launch();
      return browser.then((launched) => launched.wsEndpoint());
    }
    pages ??= buildPages();
    return pages;
  };
  const server = createServer((request, response) => {
    answer(request.url).then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The port of the browser set-up is not known.');
  project.provide('browserSetup', `http://127.0.0.1:${address.port}`);

  return async () => {
    server.close();
    server.closeAllConnections();
    await (await browser?.catch(() => undefined))?.close();
  };
}

async function launch(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: await chromiumPath(),
    args: CHROMIUM_ARGS,
    host: '127.0.0.1',
    headless: true,
  });
}

/** Builds every page, that of all components too, and tells where they are. */
async function buildPages(): Promise<string> {
  const outDir = `${root}.cache/web-for-tests`;
  await build({
    configFile: `${root}vite.config.ts`,
    mode: 'gallery',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}
