import { createServer as createHttp, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Outgoing, type OutgoingOptions, openOutgoing } from '#server/effects/outgoing.ts';
import { TEST_CERTIFICATE, TEST_CERTIFICATE_KEY } from './certificate.ts';

/** What an outside system was asked. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An outside system on a free port of this machine, which ends with the test that asked for it. */
export interface Outside {
  readonly port: number;
  /** Where it is found: by https under the names of the test certificate, by http at 127.0.0.1. */
  readonly url: string;
  readonly heard: Heard[];
  /** Connections that arrived, whatever came of them. */
  connections(): number;
}

/** Answers each request as the test says. */
export async function outsideSystem(answer: RequestListener, by: 'https' | 'http' = 'https'): Promise<Outside> {
  const heard: Heard[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      heard.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
      answer(request, response);
    });
  };
  const server =
    by === 'https'
      ? createHttps({ key: TEST_CERTIFICATE_KEY, cert: TEST_CERTIFICATE }, listener)
      : createHttp(listener);
  const { port, connections } = await listening(server);
  return { port, url: by === 'https' ? `https://crm.test:${port}` : `http://127.0.0.1:${port}`, heard, connections };
}

/** Something that does what it likes with a connection. */
export async function outsideSocket(speak: (socket: Socket) => void): Promise<Outside> {
  const { port, connections } = await listening(createTcp(speak));
  return { port, url: `http://127.0.0.1:${port}`, heard: [], connections };
}

async function listening(server: Server) {
  let count = 0;
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    count++;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A caller that hangs up is what many of these tests are about.
    socket.on('error', () => {});
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        for (const socket of open) socket.destroy();
      }),
  );
  return { port: (server.address() as AddressInfo).port, connections: () => count };
}

/** A port of this machine at which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createTcp();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

export interface WayOptions extends Partial<Pick<OutgoingOptions, 'resolve' | 'trusted'>> {
  /** Whether private addresses may be reached; the systems of tests have no others. */
  readonly allowPrivate?: boolean;
  /** Where a name leads: always to the same, or each time to the next. The names of the certificate lead to this machine. */
  readonly names?: Readonly<Record<string, string | (() => string | readonly string[])>>;
}

const OWN_NAMES: NonNullable<WayOptions['names']> = {
  'crm.test': '127.0.0.1',
  'other.test': '127.0.0.1',
  'mail.test': '127.0.0.1',
};

/** The way out as the server has it, with names that lead where the test says and the test certificate trusted. */
export function wayOut({ allowPrivate = true, names = {}, ...options }: WayOptions = {}): Outgoing {
  const known = new Map(Object.entries({ ...OWN_NAMES, ...names }));
  const outgoing = openOutgoing({
    allowPrivate,
    trusted: [TEST_CERTIFICATE],
    resolve: async (host) => {
      const found = known.get(host);
      if (found === undefined) throw Object.assign(new Error(`${host} is not known`), { code: 'ENOTFOUND' });
      const addresses = [typeof found === 'function' ? found() : found].flat();
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
    ...options,
  });
  onTestFinished(() => outgoing.close());
  return outgoing;
}
