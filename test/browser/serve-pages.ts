import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { newNonce, policyOfPage } from '#server/http/security-headers.ts';
import { pageServer } from './page-server.ts';

/**
 * Serves a built folder as the product does, with its headers, on a free port of this machine; the page of all
 * components too, where the folder holds it. Ends with the test that asked. Returns such as "http://127.0.0.1:40123".
 */
export async function servePages(folder: string): Promise<string> {
  const app = await pageServer(folder);
  app.get('/ui-gallery', async (_request, reply) => {
    const page = await readFile(join(folder, 'ui/gallery/index.html'), 'utf8');
    const nonce = newNonce();
    return reply
      .header('content-security-policy', policyOfPage(nonce))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__WAYMARK_NONCE__', nonce));
  });
  onTestFinished(() => app.close());
  return app.listen({ host: '127.0.0.1', port: 0 });
}
