import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { onTestFinished } from 'vitest';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Paths that an application answers by itself, and its page. */
const APPLICATIONS: readonly (readonly [path: string, page: string])[] = [
  ['/designer', '/designer/index.html'],
  ['/console', '/console/index.html'],
  ['/sign-in', '/console/index.html'],
  ['/desk', '/desk/index.html'],
  ['/play', '/player/index.html'],
  ['/ui-gallery', '/ui/gallery/index.html'],
];

/** The strictest policy the pages must live with. `nonce` is for styles that a library makes at run time. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types waymark-worker',
  ].join('; ');
}

/**
 * Serves a built web folder on a free port of this machine, with the content security policy of the product.
 * Ends with the test that asked. Returns where it is, such as "http://127.0.0.1:40123".
 */
export async function servePages(folder: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const application = APPLICATIONS.find(([own]) => path === own || path.startsWith(`${own}/`));
    const isFile = extname(path) !== '';
    await send(join(folder, normalize(application && !isFile ? application[1] : path)), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The port of the page server is not known.');
  return `http://127.0.0.1:${address.port}`;
}

async function send(file: string, response: ServerResponse): Promise<void> {
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch {
    response.writeHead(404).end();
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  const isPage = file.endsWith('.html');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    ...(isPage ? { 'content-security-policy': contentSecurityPolicy(nonce) } : {}),
  });
  response.end(isPage ? content.toString('utf8').replaceAll('__WAYMARK_NONCE__', nonce) : content);
}
