import { writeInteraction } from '#format/write.ts';
import type { Command, ExitCode } from '../command.ts';
import { readCheckedFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';
import { replaceFile } from '../replace-file.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark format FILE
       waymark format FILE… --write | --check

Prints the canonical text of an Interaction file: keys in their order, maps sorted by id; - is standard input. With --write
it is put into the files instead, and with --check the files are named that have another text.

Ends with 0, 1 where --check names a file, 2 where a file cannot be read or written.
`;

/** `waymark format FILE`: the canonical text on standard output, or into the file with `--write`. */
export const format: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, {
      write: { type: 'boolean' },
      check: { type: 'boolean' },
      // The canonical text is JSON in any case.
      json: { type: 'boolean' },
    });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    const { files, values } = read.value;
    const { write = false, check = false } = values;
    if (write && check) return wrongUse('Either write or check', USAGE, terminal);
    if (files.length === 0) return wrongUse('Name the file', USAGE, terminal);
    if (files.length > 1 && !write && !check) return wrongUse('Name one file', USAGE, terminal);
    let code: ExitCode = 0;
    for (const file of files) {
      const found = await readCheckedFile(file, terminal);
      if (!found) {
        code = 2;
        continue;
      }
      const text = writeInteraction(found.interaction);
      const same = text === found.text;
      if (check) {
        if (!same) terminal.out(`${file}\n`);
        if (!same && code === 0) code = 1;
      } else if (!write || file === '-') terminal.out(text);
      else if (!same && !(await replaceFile(file, text, terminal))) code = 2;
    }
    return code;
  },
};
