import { writeFile } from 'node:fs/promises';
import { writeInteraction } from '#format/write.ts';
import type { Command } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';

const USAGE = 'Usage: waymark format FILE [--write]\n';

/** `waymark format FILE`: the canonical text on standard output, or into the file with `--write`. */
export const format: Command = {
  async run(args, terminal) {
    const read = readOptions(args, { write: { type: 'boolean' }, json: { type: 'boolean' } });
    const [file, ...more] = read.ok ? read.value.files : [];
    if (!read.ok || file === undefined || more.length > 0) {
      terminal.err(`${read.ok ? 'Name one file' : read.error}\n${USAGE}`);
      return 2;
    }
    const interaction = await readInteractionFile(file, terminal);
    if (!interaction) return 2;
    const text = writeInteraction(interaction);
    if (!read.value.values.write || file === '-') terminal.out(text);
    else await writeFile(file, text);
    return 0;
  },
};
