import { createReadStream } from 'node:fs';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Terminal } from './command.ts';

const NEWLINE = 0x0a;

/** The bytes of a file, or of standard input for `-`, as they come. */
export function bytesOf(name: string, terminal: Terminal): AsyncIterator<Uint8Array> {
  return (name === '-' ? terminal.input : createReadStream(name))[Symbol.asyncIterator]();
}

/** The next bytes; undefined at the end. Why they cannot be read comes as a sentence. */
export async function nextBytes(bytes: AsyncIterator<Uint8Array>): Promise<Result<Uint8Array | undefined, string>> {
  try {
    const { value, done } = await bytes.next();
    return ok(done ? undefined : value);
  } catch (error) {
    return fail(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The text of a file, or of standard input for `-`; undefined, and a message said, where it cannot be read. */
export async function readText(name: string, terminal: Terminal): Promise<string | undefined> {
  const bytes = bytesOf(name, terminal);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await nextBytes(bytes);
    if (!next.ok) return refuse(`${name}: ${next.error}`, terminal);
    if (next.value === undefined) break;
    parts.push(next.value);
    length += next.value.length;
    if (length > LIMITS.fileBytes) {
      await bytes.return?.();
      return refuse(`${name}:1:1: The file is larger than ${LIMITS.fileBytes} bytes (file.too-big)`, terminal);
    }
  }
  const read = textOf(Buffer.concat(parts));
  return read.ok ? read.value : refuse(`${name}:${read.error}: This is not UTF-8 text (file.not-text)`, terminal);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes; the number of the first line that is none, counted from 1, where they are not UTF-8. */
export function textOf(bytes: Uint8Array): Result<string, number> {
  const whole = decoded(bytes);
  if (whole !== undefined) return ok(whole);
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const at = bytes.indexOf(NEWLINE, from);
    const to = at < 0 ? bytes.length : at + 1;
    if (decoded(bytes.subarray(from, to)) === undefined) break;
    from = to;
  }
  return fail(line);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(message: string, terminal: Terminal): undefined {
  terminal.err(`${message}\n`);
  return undefined;
}
