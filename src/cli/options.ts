import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '#prelude/result.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and files of a command line; what is wrong with it as a sentence. */
export function readOptions<O extends Options>(args: readonly string[], options: O) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const dashes = [...positionals, ...Object.values(values).flat()].filter((each) => each === '-').length;
    if (dashes > 1) return fail('Standard input (-) can be read only once') satisfies Result<never, string>;
    return ok({ values, files: positionals });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error)) satisfies Result<never, string>;
  }
}
