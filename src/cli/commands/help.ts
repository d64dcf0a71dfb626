import type { Command } from '../command.ts';
import { COMMANDS } from '../commands.ts';

export const help: Command = {
  async run(_args, terminal) {
    const width = Math.max(...COMMANDS.map((command) => command.name.length));
    terminal.out('Usage: waymark COMMAND [OPTION…]\n\n');
    for (const { name, summary } of COMMANDS) terminal.out(`  ${name.padEnd(width)}  ${summary}\n`);
    return 0;
  },
};
