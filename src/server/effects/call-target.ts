import { LIMITS } from '#prelude/limits.ts';
import { ok, type Result } from '#prelude/result.ts';
import { isForbiddenAddress, isLoopback } from './forbidden-addresses.ts';
import { type EffectFailed, effectFailed } from './results.ts';

/**
 * Ports on which something else than HTTP listens: a request that is sent there could be taken for its commands.
 * Source: the Fetch standard, section 2.9, "Port blocking".
 */
const BAD_PORTS: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
]);

/**
 * The address of a call, read as browsers read it (WHATWG URL), so that no spelling means one thing to this check and
 * another to the socket. A name is checked again when it is connected to; see `guarded-connection.ts`.
 */
export function readCallTarget(text: string, allowPrivate: boolean): Result<URL, EffectFailed> {
  if (text.length > LIMITS.urlLength) return bad(`The address is longer than ${LIMITS.urlLength} characters`);
  if (!URL.canParse(text)) return bad('The address is not one of the web');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return bad('The address holds a user or a password');
  url.hash = '';
  const host = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
  const isAddress = /^[0-9.]+$/.test(host) || host.includes(':');
  if (url.protocol === 'http:') {
    if (!allowPrivate) return bad('The address does not begin with https://');
    const isOwnMachine = isAddress ? isLoopback(host) : host === 'localhost' || host.endsWith('.localhost');
    if (!isOwnMachine) return bad('Without https:// only this very machine can be called');
  } else if (url.protocol !== 'https:') return bad('The address does not begin with https://');
  if (host === '') return bad('The address names no server');
  if (url.port !== '' && BAD_PORTS.has(Number(url.port))) return bad(`Port ${url.port} does not speak HTTP`);
  if (isAddress && isForbiddenAddress(host, allowPrivate))
    return { ok: false, error: effectFailed('net.forbidden-address') };
  return ok(url);
}

/**
 * The address of one call of a connection: its base with a path below it. A path cannot climb out of the base, whatever
 * an expression puts into it.
 */
export function targetBelow(
  base: string,
  path: string,
  query: { readonly [name: string]: string } = {},
): Result<string, EffectFailed> {
  if (!URL.canParse(base)) return bad('The address of the connection is not one of the web');
  const root = new URL(base);
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  // As text: `//evil.example` and `https://evil.example` would be servers of their own otherwise.
  const joined = `${root.href}${path.replace(/^\/+/, '')}`;
  const named = path === '' || path.startsWith('?') ? `${base}${path}` : joined;
  if (!URL.canParse(named)) return badPath('The path cannot be part of an address');
  const url = new URL(named);
  const stays = url.origin === root.origin && `${url.pathname}/`.startsWith(root.pathname);
  // Servers may read %2e as a dot and %2f and %5c as slashes.
  const climbs = /(^|[/\\]|%2f|%5c)(\.|%2e){2}($|[/\\?#]|%2f|%5c)/i.test(path.split(/[?#]/)[0] ?? '');
  if (!stays || climbs) return badPath('The path leads out of the address of the connection');
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return ok(url.href);
}

function badPath(detail: string): Result<never, EffectFailed> {
  return { ok: false, error: effectFailed('call.bad-request', { detail }) };
}

function bad(detail: string): Result<never, EffectFailed> {
  return { ok: false, error: effectFailed('net.bad-address', { detail }) };
}
