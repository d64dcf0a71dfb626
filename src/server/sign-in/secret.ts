import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits that nobody can guess, as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of a secret. It has 256 bits of chance, so a plain hash cannot be turned back by trying.
 */
export function hashOfSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}

export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
