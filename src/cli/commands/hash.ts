import { contentHash, wholeHash } from '#format/hash.ts';
import type { Command, ExitCode } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark hash FILE… [--json]

Prints the hash of the content of each file, which layout and comments do not change; - is standard input. With --json a
line for each file, with the hash of the whole file too:

  { "file", "content", "whole" }

Ends with 0, or 2 where a file cannot be read.
`;

/** `waymark hash FILE… [--json]`: the hash of the content, which layout and comments do not change, and of the whole. */
export const hash: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, { json: { type: 'boolean' } });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    if (read.value.files.length === 0) return wrongUse('Name the file', USAGE, terminal);
    let code: ExitCode = 0;
    for (const file of read.value.files) {
      const interaction = await readInteractionFile(file, terminal);
      if (!interaction) code = 2;
      else {
        const hashes = { content: contentHash(interaction), whole: wholeHash(interaction) };
        if (read.value.values.json) terminal.out(`${JSON.stringify({ file, ...hashes })}\n`);
        else terminal.out(`${hashes.content}  ${file}\n`);
      }
    }
    return code;
  },
};
