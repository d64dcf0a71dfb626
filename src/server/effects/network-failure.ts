import type { EffectFailureCode } from '#api/effect-failures.ts';

const BY_CODE: Readonly<Record<string, EffectFailureCode>> = {
  ERR_FORBIDDEN_ADDRESS: 'net.forbidden-address',
  ENOTFOUND: 'net.unknown-host',
  EAI_AGAIN: 'net.unknown-host',
  EAI_FAIL: 'net.unknown-host',
  EAI_NODATA: 'net.unknown-host',
  EAI_NONAME: 'net.unknown-host',
  ECONNREFUSED: 'net.unreachable',
  EHOSTUNREACH: 'net.unreachable',
  EHOSTDOWN: 'net.unreachable',
  ENETUNREACH: 'net.unreachable',
  ENETDOWN: 'net.unreachable',
  EADDRNOTAVAIL: 'net.unreachable',
  ETIMEDOUT: 'net.unreachable',
  EPROTO: 'net.not-secure',
  CERT_HAS_EXPIRED: 'net.not-secure',
  CERT_NOT_YET_VALID: 'net.not-secure',
  CERT_REVOKED: 'net.not-secure',
  CERT_UNTRUSTED: 'net.not-secure',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'net.not-secure',
  SELF_SIGNED_CERT_IN_CHAIN: 'net.not-secure',
  UNABLE_TO_GET_ISSUER_CERT: 'net.not-secure',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'net.not-secure',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'net.not-secure',
  UND_ERR_HEADERS_OVERFLOW: 'call.too-large',
  UND_ERR_HEADERS_TIMEOUT: 'net.timed-out',
  UND_ERR_BODY_TIMEOUT: 'net.timed-out',
};

/** What an error of a socket, of TLS or of HTTP means to people. What is not known is a connection that broke. */
export function networkFailure(error: unknown): EffectFailureCode {
  const code = codeOf(error);
  if (Object.hasOwn(BY_CODE, code)) return BY_CODE[code] ?? 'net.broken';
  if (/^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_)/.test(code)) return 'net.not-secure';
  if (error instanceof Error && error.name === 'HTTPParserError') return 'call.not-http';
  return 'net.broken';
}

/** Several addresses may have been tried: the errors of all are in one. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  // nodemailer puts its own code over that of the socket.
  if ('originalCode' in error && typeof error.originalCode === 'string') return error.originalCode;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return 'cause' in error ? codeOf(error.cause) : '';
}
