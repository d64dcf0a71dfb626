import { describeConfig } from '#server/config.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';

/** Prints each variable of the environment that the server reads, what it means and its value now. */
export const config: Command = {
  async run(args, terminal) {
    const read = readOptions(args, { json: { type: 'boolean' } });
    if (!read.ok || read.value.files.length > 0) {
      terminal.err(`${read.ok ? 'It takes no files' : read.error}\nUsage: waymark config [--json]\n`);
      return 2;
    }
    const variables = describeConfig(terminal.environment);
    if (read.value.values.json) {
      terminal.out(`${JSON.stringify(variables)}\n`);
      return 0;
    }
    for (const { variable, says, value, set } of variables) {
      terminal.out(`${variable}=${value}${set || value === '' ? '' : ' (default)'}\n    ${says}\n`);
    }
    return 0;
  },
};
