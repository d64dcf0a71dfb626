import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectSafely, createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { isForbiddenAddress, isLoopback } from './forbidden-addresses.ts';

/** How a name becomes addresses. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** As the machine does it, its `hosts` file included. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** What may be reached. */
export interface Bounds {
  readonly allowPrivate: boolean;
  /** This very machine and nothing else: for what is sent without encryption. */
  readonly onlyLoopback?: boolean;
}

/** Said of a connection that would lead where none may lead. It does not tell the address: nobody learns our network. */
class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
  readonly code = 'ERR_FORBIDDEN_ADDRESS';

  constructor(host: string) {
    super(`${host} leads where no connection may lead`);
  }
}

/** Whether a connection may be made to this address. */
function isAllowed(address: string, { allowPrivate, onlyLoopback }: Bounds): boolean {
  return !isForbiddenAddress(address, allowPrivate) && (!onlyLoopback || isLoopback(address));
}

/**
 * The lookup of a socket. It runs for each connection, so that a name which led to a public address when it was checked
 * leads to no other when it is called (DNS rebinding); one forbidden address among several forbids the name.
 */
function guardedLookup(resolve: Resolve, bounds: Bounds): LookupFunction {
  return (host, { family, all }, callback) => {
    const answer = async () => {
      const addresses = await resolve(host);
      if (!addresses.every(({ address }) => isAllowed(address, bounds))) throw new ForbiddenAddress(host);
      const wanted = addresses.filter((one) => !family || family === one.family || family === `IPv${one.family}`);
      const [first] = wanted;
      if (!first) throw Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' });
      return { first, wanted };
    };
    answer().then(
      ({ first, wanted }) => (all ? callback(null, [...wanted]) : callback(null, first.address, first.family)),
      (error: NodeJS.ErrnoException) => callback(error, all ? [] : ''),
    );
  };
}

/** Whom to trust beside whom Node.js trusts by itself; empty for nobody else. */
export type TrustOptions = { readonly secureContext?: SecureContext };

/** Reading all the certificates takes a while: do it once. */
export function trusting(certificates: readonly string[]): TrustOptions {
  if (certificates.length === 0) return {};
  return { secureContext: createSecureContext({ ca: [...rootCertificates, ...certificates] }) };
}

/** Where a connection leads, and what it must be like. */
export interface Destination {
  readonly host: string;
  readonly port: number;
  readonly bounds: Bounds;
  /** Encrypted from the start, with a certificate for this host; left out: plain. */
  readonly tls?: TrustOptions;
}

/**
 * Opens a connection within its bounds.
 *
 * @throws ForbiddenAddress, the error of the network, or the reason of the signal when that gives up
 */
export function openGuardedSocket(resolve: Resolve, to: Destination, signal: AbortSignal): Promise<Socket> {
  const { host, bounds } = to;
  return new Promise((done, failed) => {
    signal.throwIfAborted();
    // A socket looks up names only: what is written as an address must be checked as such.
    if (isIP(host) !== 0 && !isAllowed(host, bounds)) throw new ForbiddenAddress(host);
    const socket = open(resolve, to);
    // Whoever takes it over listens for themselves, but perhaps not at once.
    socket.on('error', () => {});
    const giveUp = () => socket.destroy(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    const settled = () => {
      signal.removeEventListener('abort', giveUp);
      socket.off('error', failed);
    };
    socket.once('error', failed);
    socket.once('error', settled);
    socket.once('connect', () => {
      // Once more, at where it has really arrived, and before anything is said.
      if (!isAllowed(socket.remoteAddress ?? '', bounds)) socket.destroy(new ForbiddenAddress(host));
    });
    socket.once(to.tls ? 'secureConnect' : 'connect', () => {
      if (socket.destroyed) return;
      settled();
      done(socket);
    });
  });
}

function open(resolve: Resolve, { host, port, bounds, tls }: Destination): Socket {
  const to = { host, port, lookup: guardedLookup(resolve, bounds) };
  if (!tls) return connect(to).setNoDelay(true);
  return connectSafely({
    ...to,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ALPNProtocols: ['http/1.1'],
    ...tls,
  }).setNoDelay(true);
}
