import type { ExitCode } from '#cli/command.ts';
import { run } from '#cli/run.ts';

interface Said {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Types a command line, without the name of the program, and tells what was said. */
export async function typed(args: readonly string[], environment: Record<string, string> = {}): Promise<Said> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    environment,
  });
  return { code, out, err };
}
