import { problemsOf } from '#checks/registry.ts';
import { catalog } from '#elements/catalog.ts';
import type { Command } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';

/** `waymark check FILE… [--json]`: the problems of each file; one JSON line per file with `--json`. */
export const check: Command = {
  async run(args, terminal) {
    const read = readOptions(args, { json: { type: 'boolean' } });
    if (!read.ok || read.value.files.length === 0) {
      terminal.err(`${read.ok ? 'Name the files to check' : read.error}\nUsage: waymark check FILE… [--json]\n`);
      return 2;
    }
    const { values, files } = read.value;
    let code: 0 | 1 | 2 = 0;
    for (const file of files) {
      const interaction = await readInteractionFile(file, terminal);
      if (!interaction) {
        code = 2;
        continue;
      }
      const problems = problemsOf(interaction, catalog).map(({ element = null, fix: _fix, ...rest }) => ({
        ...rest,
        element,
      }));
      if (values.json) terminal.out(`${JSON.stringify({ file, problems })}\n`);
      else if (problems.length === 0) terminal.out(`${file}: no problems\n`);
      else
        for (const { severity, path, message, code: name } of problems)
          terminal.out(`${file}: ${severity}: ${path}: ${message} (${name})\n`);
      if (code === 0 && problems.some(({ severity }) => severity === 'error')) code = 1;
    }
    return code;
  },
};
