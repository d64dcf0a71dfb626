import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { readSafeJson, whatIsUnsafe } from '../http/safe-json.ts';
import type { AnswerBody } from './results.ts';
import { readXml } from './xml.ts';

const TOO_LARGE = 'call.too-large';
const UNREADABLE = 'call.unreadable';

export interface BodyFailure {
  readonly code: typeof TOO_LARGE | typeof UNREADABLE;
  readonly detail: string;
}

/** How answers may be packed; sent along with each call. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/** The bytes of an answer, unpacked. Past the limit it stops reading: a bomb is never unpacked as a whole. */
export async function readBytes(body: Readable, encoding: string): Promise<Result<Buffer, BodyFailure>> {
  const unpack = unpackerOf(encoding);
  if (unpack === undefined) {
    letGo(body);
    return fail({ code: UNREADABLE, detail: 'The answer is packed in a way that is not known here' });
  }
  const source = unpack === 'plain' ? body : body.pipe(unpack);
  if (unpack !== 'plain') {
    // Pipes hand on no errors: what breaks off would never end otherwise.
    body.once('error', (error) => unpack.destroy(error));
    unpack.on('error', () => {});
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > LIMITS.callBytes) break;
      chunks.push(bytes);
    }
  } catch (error) {
    letGo(body);
    if (isUnpackError(error)) return fail({ code: UNREADABLE, detail: 'The answer is packed and cannot be unpacked' });
    throw error;
  }
  if (size <= LIMITS.callBytes) return ok(Buffer.concat(chunks));
  letGo(body);
  return fail({ code: TOO_LARGE, detail: `The answer is larger than ${LIMITS.callBytes / 1_000_000} MB` });
}

/** Reads no more of an answer. That it was not read to its end is then no error. */
export function letGo(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}

function unpackerOf(encoding: string) {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return 'plain';
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      // Several at once too: nobody needs them, and each would unpack the other's bomb.
      return undefined;
  }
}

function isUnpackError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING|ERR_ZLIB)/.test(String(error.code))
  );
}

/** The bytes as text, by what the answer says of itself: its charset, or what its XML declares. */
export function textOf(bytes: Buffer, type: string): Result<string, BodyFailure> {
  const declared = /charset="?([^";\s]+)/i.exec(type)?.[1] ?? xmlEncoding(bytes, type) ?? 'utf-8';
  try {
    return ok(new TextDecoder(declared).decode(bytes));
  } catch {
    return fail({
      code: UNREADABLE,
      detail: `The answer is written in ${declared.slice(0, 40)}, which is not known here`,
    });
  }
}

function xmlEncoding(bytes: Buffer, type: string): string | undefined {
  if (!isXml(mediaType(type))) return undefined;
  return /^<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1];
}

/** `application/json; charset=utf-8` → `application/json`. */
export function mediaType(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}

/** What the text says. Without a type it is JSON where it can be read as such, else plain text. */
export function readAnswerBody(text: string, type: string): Result<AnswerBody, BodyFailure> {
  if (text.trim() === '') return ok({ kind: 'none', text: '' });
  const media = mediaType(type);
  if (media === 'application/json' || media.endsWith('+json')) return bodyOf('json', text, readSafeJson(text));
  if (isXml(media) && text.length > LIMITS.xmlLength) {
    return fail({ code: TOO_LARGE, detail: `An answer in XML is longer than ${LIMITS.xmlLength} characters` });
  }
  if (isXml(media)) return bodyOf('xml', text, readXml(text));
  if (media === '') {
    const read = readSafeJson(text);
    return read.ok ? ok({ kind: 'json', text, value: read.value }) : readAnswerBody(text, 'text/plain');
  }
  if (media.startsWith('text/') || media === 'application/x-www-form-urlencoded') {
    const unsafe = whatIsUnsafe(text);
    return unsafe === undefined ? ok({ kind: 'text', text }) : bodyOf('text', text, fail(unsafe));
  }
  return fail({ code: UNREADABLE, detail: `The answer is of the type ${media.slice(0, 80)}` });
}

function isXml(media: string): boolean {
  return media === 'application/xml' || media === 'text/xml' || media.endsWith('+xml');
}

const WORDS = { json: 'sound JSON', xml: 'sound XML', text: 'sound text' } as const;

function bodyOf(
  kind: 'json' | 'xml' | 'text',
  text: string,
  read: ReturnType<typeof readXml>,
): Result<AnswerBody, BodyFailure> {
  const unsafe = read.ok ? whatIsUnsafe(read.value) : read.error;
  if (read.ok && unsafe === undefined) return ok(kind === 'text' ? { kind, text } : { kind, text, value: read.value });
  const words = (unsafe ?? '').replace(/\.$/, '').slice(0, 200);
  return fail({ code: UNREADABLE, detail: `The answer is not ${WORDS[kind]}: ${words}` });
}
