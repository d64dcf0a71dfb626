import type { ExitCode, Terminal } from './command.ts';
import { COMMANDS } from './commands.ts';

const OTHER_NAMES: { readonly [flag: string]: string } = { '--help': 'help', '-h': 'help', '--version': 'version' };

/** Runs one command line, given without the names of the program. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first = 'help', ...rest] = args;
  const name = Object.hasOwn(OTHER_NAMES, first) ? OTHER_NAMES[first] : first;
  const entry = COMMANDS.find((command) => command.name === name);
  if (!entry) {
    terminal.err(`There is no command "${first}". \`waymark help\` lists the commands.\n`);
    return 2;
  }
  const command = await entry.load();
  if (asksForHelp(rest)) {
    terminal.out(command.usage);
    return 0;
  }
  return command.run(rest, terminal);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}
