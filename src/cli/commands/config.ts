import { describeConfig } from '#server/config.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark config [--json]

Lists each variable of the environment that the server reads, what it means and its value now.
`;

/** Prints each variable of the environment that the server reads, what it means and its value now. */
export const config: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, { json: { type: 'boolean' } });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    if (read.value.files.length > 0) return wrongUse('It takes no files', USAGE, terminal);
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
