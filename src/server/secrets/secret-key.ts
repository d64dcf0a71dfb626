import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A key that secrets are sealed with. */
export interface SecretKey {
  /** Names it without telling it: the first 16 hex digits of a hash. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** 32 bytes written in hex or base64 (either alphabet, padded or not); undefined for anything else. */
export function readSecretKey(text: string): SecretKey | undefined {
  const bytes = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, 'hex')
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
      ? Buffer.from(text, 'base64')
      : undefined;
  return bytes?.length === BYTES ? secretKey(bytes) : undefined;
}

export function newSecretKey(): { readonly key: SecretKey; readonly text: string } {
  const bytes = randomBytes(BYTES);
  return { key: secretKey(bytes), text: bytes.toString('base64') };
}

function secretKey(bytes: Buffer): SecretKey {
  const id = createHash('sha256').update('waymark secret key id').update(bytes).digest('hex').slice(0, 16);
  return { id, bytes };
}
