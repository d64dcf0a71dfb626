import packageJson from '../../../package.json' with { type: 'json' };
import type { Command } from '../command.ts';

export const version: Command = {
  usage: 'Usage: waymark version\n\nPrints the version of Waymark.\n',
  async run(_args, terminal) {
    terminal.out(`${packageJson.version}\n`);
    return 0;
  },
};
