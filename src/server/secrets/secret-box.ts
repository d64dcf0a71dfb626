import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { AccountId } from '#prelude/ids.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { SecretKey } from './secret-key.ts';

/** What a secret belongs to. A sealed one opens here and nowhere else: moved to another row, it is worthless. */
export interface SecretPlace {
  readonly account: AccountId;
  /** Such as `connection:crm:live` or `mail`. */
  readonly of: string;
}

/** Keeps secrets readable to this server alone. */
export interface SecretBox {
  /** For the database: `v1.KEY.NONCE.CIPHERTEXT`. */
  seal(place: SecretPlace, secret: string): string;
  /** The secret; or that it cannot be read: sealed with another key, for another place, or damaged. */
  open(place: SecretPlace, sealed: string): Result<string, 'secret.unreadable'>;
  /** Whether it was sealed with the key that seals now. */
  isCurrent(sealed: string): boolean;
}

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
/** 96 bits, as GCM wants it; random, under a key for each account. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under a key that is derived for each account (HKDF-SHA-256); account and place are authenticated with it.
 *
 * @param current seals and opens
 * @param before opens only
 */
export function secretBox(current: SecretKey, before: readonly SecretKey[] = []): SecretBox {
  const keys = new Map([...before, current].map((key) => [key.id, key]));
  return {
    seal(place, secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyFor(current, place), nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(place, current.id));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, current.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open(place, sealed) {
      const [version, id = '', nonce = '', text = ''] = sealed.split('.');
      const key = keys.get(id);
      if (version !== VERSION || !key) return fail('secret.unreadable');
      const bytes = Buffer.from(text, 'base64url');
      try {
        const iv = Buffer.from(nonce, 'base64url');
        const decipher = createDecipheriv(CIPHER, keyFor(key, place), iv, { authTagLength: TAG_BYTES });
        decipher.setAAD(boundTo(place, id));
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        const opened = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
        return ok(opened.toString('utf8'));
      } catch {
        return fail('secret.unreadable');
      }
    },
    isCurrent: (sealed) => sealed.split('.')[1] === current.id,
  };
}

function keyFor({ bytes }: SecretKey, { account }: SecretPlace): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, '', `waymark secrets of ${account}`, 32));
}

function boundTo({ account, of }: SecretPlace, key: string): Buffer {
  return Buffer.from(JSON.stringify([VERSION, key, account, of]));
}
