import { isIP } from 'node:net';
import type { MailSecurity } from '#api/mail.ts';
import { ok, type Result } from '#prelude/result.ts';
import { isForbiddenAddress } from './forbidden-addresses.ts';
import type { Bounds } from './guarded-connection.ts';
import { type EffectFailed, effectFailed } from './results.ts';

/** Where mail servers take mail: nothing else of a network can be felt out by pretending that it is one. */
const MAIL_PORTS: readonly number[] = [25, 465, 587, 2525];

export interface MailTarget {
  readonly host: string;
  readonly port: number;
  readonly bounds: Bounds;
}

/** Where a mail server is, checked. A name is checked again when it is connected to; see `guarded-connection.ts`. */
export function readMailTarget(
  { host, port, security }: { readonly host: string; readonly port: number; readonly security: MailSecurity },
  allowPrivate: boolean,
): Result<MailTarget, EffectFailed> {
  const authority = host.includes(':') ? `[${host}]` : host;
  // As browsers read it: `0x7f.1` is 127.0.0.1.
  if (!URL.canParse(`http://${authority}`)) return bad('This is no name of a server');
  const { hostname } = new URL(`http://${authority}`);
  const name = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  if (!allowPrivate && !MAIL_PORTS.includes(port)) {
    return bad(`Mail servers take mail at the ports ${MAIL_PORTS.join(', ')}, not at ${port}`);
  }
  if (security === 'none' && !allowPrivate) return bad('Mail is never sent without encryption');
  if (isIP(name) !== 0 && isForbiddenAddress(name, allowPrivate)) {
    return { ok: false, error: effectFailed('net.forbidden-address') };
  }
  return ok({ host: name, port, bounds: { allowPrivate, onlyLoopback: security === 'none' } });
}

function bad(detail: string): Result<never, EffectFailed> {
  return { ok: false, error: effectFailed('net.bad-address', { detail }) };
}
