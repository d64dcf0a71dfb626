import type { Command } from '../command.ts';
import { COMMANDS } from '../commands.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark help [COMMAND]

Lists the commands, or says how one of them is called.
`;

export const help: Command = {
  usage: USAGE,
  async run([name, ...more], terminal) {
    if (more.length > 0) return wrongUse('Name one command', USAGE, terminal);
    if (name === undefined) {
      const width = Math.max(...COMMANDS.map((command) => command.name.length));
      terminal.out('Usage: waymark COMMAND [OPTION…]\n\n');
      for (const { name: each, summary } of COMMANDS) terminal.out(`  ${each.padEnd(width)}  ${summary}\n`);
      terminal.out('\n`waymark COMMAND --help` says how a command is called.\n');
      return 0;
    }
    const entry = COMMANDS.find((command) => command.name === name);
    if (!entry) return wrongUse(`There is no command "${name}".`, USAGE, terminal);
    terminal.out((await entry.load()).usage);
    return 0;
  },
};
