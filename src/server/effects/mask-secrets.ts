/** What stands where a secret stood. */
const MASK = '•••';

/** Shorter ones would be found in the middle of other words. */
const SHORTEST = 4;

/** A text without the secrets that an outside system may have sent back in it, in the ways in which it may write them. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret, 'utf8').toString('base64'),
  ]);
  // The longest first: one may hold another.
  const known = [...new Set(forms)].filter((form) => form.length >= SHORTEST).sort((a, b) => b.length - a.length);
  return known.reduce((masked, form) => masked.replaceAll(form, MASK), text);
}
