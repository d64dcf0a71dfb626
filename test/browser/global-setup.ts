import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BrowserServer, chromium } from 'playwright-core';
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

  const made = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>) => {
    const begun = made.get(name) ?? make();
    made.set(name, begun);
    return begun;
  };
  const answer = async (path: string | undefined): Promise<string> => {
    switch (path) {
      case '/browser':
        browser ??= launch();
        return (await browser).wsEndpoint();
      case '/gallery':
        return once(path, () => buildWeb('gallery'));
      case '/pages':
        return once(path, () => buildWeb('production'));
      default:
        throw new Error(`Nobody makes ${path} for browser tests.`);
    }
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

/** Builds the pages as they are shipped, or the page of all components; tells where they are. */
async function buildWeb(mode: 'production' | 'gallery'): Promise<string> {
  const outDir = `${root}.cache/tested-${mode}`;
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const args = [vite, 'build', '--mode', mode, '--outDir', outDir, '--logLevel', 'error'];
  // A process of its own: this one is a test's, in which Vite would take the parts for development.
  await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  return outDir;
}
