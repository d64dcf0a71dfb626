import type { ExitCode, Terminal } from './command.ts';

/** Says what is wrong with a command line and how the command is called; the exit code of wrong use. */
export function wrongUse(message: string, usage: string, terminal: Terminal): ExitCode {
  const [call = ''] = usage.split('\n\n');
  terminal.err(`${message.trimEnd()}\n${call.trimEnd()}\n`);
  return 2;
}
