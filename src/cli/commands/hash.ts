import { contentHash, wholeHash } from '#format/hash.ts';
import type { Command } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';

/** `waymark hash FILE… [--json]`: the hash of the content, which layout and comments do not change, and of the whole. */
export const hash: Command = {
  async run(args, terminal) {
    const read = readOptions(args, { json: { type: 'boolean' } });
    if (!read.ok || read.value.files.length === 0) {
      terminal.err(`${read.ok ? 'Name the file' : read.error}\nUsage: waymark hash FILE… [--json]\n`);
      return 2;
    }
    let code: 0 | 2 = 0;
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
