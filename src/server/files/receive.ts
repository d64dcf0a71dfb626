import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '#prelude/limits.ts';
import { ok, type Result } from '#prelude/result.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Bytes of the largest file. */
export const MOST_BYTES = LIMITS.uploadMegabytes * 1_000_000;

export interface Received {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One part with a file in it, and nothing else. */
const FORM_LIMITS = { fileSize: MOST_BYTES, files: 1, fields: 0, parts: 2, headerPairs: 20, fieldNameSize: 100 };

/** Takes the file out of a form as it comes in; one that is too large is let go as soon as it is. */
export async function receiveFile(request: FastifyRequest): Promise<Result<Received, Refusal>> {
  if (!request.isMultipart()) {
    return refuse('request.wrong-type', { detail: 'Send the file as multipart/form-data.' });
  }
  try {
    const part = await request.file({ limits: FORM_LIMITS });
    if (!part) return refuse('request.invalid', { detail: 'The form holds no file.' });
    const bytes = await part.toBuffer();
    return bytes.length === 0 ? refuse('file.empty') : ok({ name: nameOf(part.filename), bytes });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'FST_REQ_FILE_TOO_LARGE') return refuse('file.too-large');
    if (code.startsWith('FST_') || isBrokenForm(error)) {
      return refuse('request.invalid', { detail: 'The form holds more than one file, or cannot be read.' });
    }
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the reader of forms says of one that is cut off or not well-formed. */
function isBrokenForm(error: unknown): boolean {
  return error instanceof Error && /^(Unexpected end of|Multipart|Part terminated|Malformed)/i.test(error.message);
}

/** The name without folders and without signs that no name has, so that it is safe in a header and on a disk. */
function nameOf(given: string | undefined): string {
  const name = (given ?? '')
    .replace(/^.*[\\/]/, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u001f\u007f"<>|:*?\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(-LIMITS.fileName);
  return name === '' || /^\.+$/.test(name) ? 'file' : name;
}
