import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '#prelude/result.ts';

/** What a command takes: its options as `parseArgs` of Node.js describes them, and whether anything may follow them. */
type Takes = Pick<ParseArgsConfig, 'options' | 'allowPositionals'>;

/** Reads the words after a command's name, or says in a sentence what is wrong with them. */
export function readArguments<T extends Takes>(
  args: readonly string[],
  takes: T,
): Result<ReturnType<typeof parseArgs<T & { args: string[]; strict: true }>>, string> {
  try {
    return ok(parseArgs({ ...takes, args: [...args], strict: true }));
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return fail(error.message.replace(/\. To specify.*$/s, '.'));
    }
    throw error;
  }
}
