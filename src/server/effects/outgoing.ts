import { Agent, type buildConnector } from 'undici';
import {
  type Bounds,
  openGuardedSocket,
  type Resolve,
  systemResolve,
  type TrustOptions,
  trusting,
} from './guarded-connection.ts';

/** The way out of this process: for calls and for mail. */
export interface Outgoing {
  /** Whether private addresses may be reached. */
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
  readonly trust: TrustOptions;
  /** Makes connections for HTTP, each within the bounds, and keeps them a few seconds for the next call. */
  readonly agent: Agent;
  /** Breaks off whatever is under way. */
  close(): Promise<void>;
}

export interface OutgoingOptions {
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve;
  /** Certificates that are trusted beside those that Node.js brings. */
  readonly trusted?: readonly string[];
}

/** Milliseconds to wait for a connection; the time limit of a call may end it earlier. */
const CONNECT_TIME = 10_000;
/** Connections to one server at once; further calls wait for a free one. */
const CONNECTIONS = 20;
/** Milliseconds that a connection which nobody uses is kept. */
const KEPT = 4_000;
/** Bytes of all headers of an answer. */
const HEADER_BYTES = 16_384;

export function openOutgoing({ allowPrivate, resolve = systemResolve, trusted = [] }: OutgoingOptions): Outgoing {
  const closing = new AbortController();
  const trust = trusting(trusted);
  const agent = new Agent({
    connect: guardedConnector({ allowPrivate, resolve, trust }, closing.signal),
    connections: CONNECTIONS,
    keepAliveTimeout: KEPT,
    keepAliveMaxTimeout: KEPT,
    maxHeaderSize: HEADER_BYTES,
    pipelining: 1,
  });
  return {
    allowPrivate,
    resolve,
    trust,
    agent,
    close() {
      closing.abort();
      return agent.destroy();
    },
  };
}

function guardedConnector(
  { allowPrivate, resolve, trust }: Pick<Outgoing, 'allowPrivate' | 'resolve' | 'trust'>,
  closing: AbortSignal,
): buildConnector.connector {
  return ({ protocol, hostname, port }, callback) => {
    const isSafe = protocol === 'https:';
    // What is sent without encryption stays on this machine.
    const bounds: Bounds = { allowPrivate, onlyLoopback: !isSafe };
    const to = { host: hostname, port: Number(port) || (isSafe ? 443 : 80), bounds };
    const stop = new AbortController();
    const giveUp = () => stop.abort(Object.assign(new Error('It took too long to connect'), { code: 'ETIMEDOUT' }));
    const timer = setTimeout(giveUp, CONNECT_TIME);
    closing.addEventListener('abort', giveUp);
    openGuardedSocket(resolve, isSafe ? { ...to, tls: trust } : to, stop.signal)
      .finally(() => {
        clearTimeout(timer);
        closing.removeEventListener('abort', giveUp);
      })
      .then(
        (socket) => callback(null, socket),
        (error: Error) => callback(error, null),
      );
  };
}
