import type { ExitCode } from '#cli/command.ts';
import { run } from '#cli/run.ts';

interface Said {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/**
 * Types a command line, without the name of the program, and tells what was said. `input` is what stands in standard
 * input, in the pieces in which it arrives.
 */
export async function typed(
  args: readonly string[],
  environment: Record<string, string> = {},
  input: readonly (string | Uint8Array)[] = [],
): Promise<Said> {
  let out = '';
  let err = '';
  const code = await run(args, {
    input: arriving(input),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    room: async () => {},
    environment,
  });
  return { code, out, err };
}

async function* arriving(pieces: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
}
