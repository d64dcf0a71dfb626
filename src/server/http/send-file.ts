import type { FastifyReply } from 'fastify';

/** A file that leaves as it came. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Sends a file so that no browser ever shows it within a page of ours: it is saved, nothing in it runs, and its type is
 * not guessed anew.
 */
export function sendFile(reply: FastifyReply, { name, type, bytes }: Download): FastifyReply {
  return reply
    .headers({
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encoded(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .type(type)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** As RFC 8187 wants names in headers: `encodeURIComponent` leaves some signs that have to be escaped, too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
