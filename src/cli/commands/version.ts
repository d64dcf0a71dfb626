import packageJson from '../../../package.json' with { type: 'json' };
import type { Command } from '../command.ts';

export const version: Command = {
  async run(_args, terminal) {
    terminal.out(`${packageJson.version}\n`);
    return 0;
  },
};
