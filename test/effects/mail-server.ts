import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { TEST_CERTIFICATE, TEST_CERTIFICATE_KEY } from './certificate.ts';

/** What arrived, and for whom the envelope said it was. */
export interface Arrived {
  readonly to: readonly string[];
  readonly from: string;
  readonly mail: ParsedMail;
  /** As it came over the line. */
  readonly raw: string;
  readonly encrypted: boolean;
}

export interface MailServer {
  readonly port: number;
  readonly arrived: Arrived[];
  connections(): number;
}

export interface MailServerOptions {
  /** Encrypted from the start; else after STARTTLS, unless that is not offered. */
  readonly security?: 'tls' | 'starttls' | 'none';
  /** Who may sign in; left out: nobody is asked to. */
  readonly account?: { readonly user: string; readonly password: string };
  /** What it does not take, by recipient: the words of its refusal, such as `550 No such mailbox`. */
  readonly refuses?: (recipient: string) => string | undefined;
  /** Takes the mail and never says so. */
  readonly isMute?: boolean;
}

/** A real mail server on a free port of this machine, which ends with the test that asked for it. */
export async function mailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { security = 'starttls', account, refuses, isMute } = options;
  const arrived: Arrived[] = [];
  let connections = 0;
  const settings: SMTPServerOptions = {
    secure: security === 'tls',
    key: TEST_CERTIFICATE_KEY,
    cert: TEST_CERTIFICATE,
    authOptional: account === undefined,
    disabledCommands: [...(security === 'none' ? ['STARTTLS' as const] : []), ...(account ? [] : ['AUTH' as const])],
    allowInsecureAuth: security === 'none',
    disableReverseLookup: true,
    onConnect(_session, accept) {
      connections++;
      accept();
    },
    onAuth({ username, password }, _session, accept) {
      const isKnown = username === account?.user && password === account?.password;
      accept(isKnown ? null : new Error('Invalid username or password'), isKnown ? { user: username } : undefined);
    },
    onRcptTo({ address }, _session, accept) {
      const words = refuses?.(address);
      accept(words ? Object.assign(new Error(words.slice(4)), { responseCode: Number(words.slice(0, 3)) }) : null);
    },
    onData(stream, session, accept) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        void simpleParser(raw).then((mail) => {
          arrived.push({
            to: rcptTo.map(({ address }) => address),
            from: mailFrom ? mailFrom.address : '',
            mail,
            raw: raw.toString('utf8'),
            encrypted: session.secure,
          });
          if (!isMute) accept();
        });
      });
    },
  };
  const server = new SMTPServer(settings);
  // Callers that hang up, or do not trust its certificate, are what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  const { port } = server.server.address() as AddressInfo;
  return { port, arrived, connections: () => connections };
}
