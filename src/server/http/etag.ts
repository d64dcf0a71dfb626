import { createHash } from 'node:crypto';

/** The ETag of an object: it changes exactly when these values do. */
export function tagOf(...values: readonly (string | number | boolean | null | object)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('base64url');
  return `"${digest.slice(0, 22)}"`;
}

/** Whether a write may go on: no `If-Match`, or one that names what is there now. */
export function tagMatches(ifMatch: string | undefined, tag: string): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true;
  return ifMatch.split(',').some((word) => word.trim() === tag);
}
