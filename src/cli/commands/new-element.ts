import { relative } from 'node:path';
import type { Command } from '../command.ts';
import { writeNewElement } from '../new-element.ts';
import { readOptions } from '../options.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark new-element TYPE --letter L [--page]

Writes the folder of a new element type and its lines in the tables, in the folder it is called in, which is a checkout of
Waymark. --letter is the key that inserts it on the map, --page says that it shows a page.
`;

/** `waymark new-element TYPE`: a folder for a new element type, with its lines in the tables, in the folder it is run in. */
export const newElement: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, { page: { type: 'boolean' }, letter: { type: 'string' } });
    const [type, ...more] = read.ok ? read.value.files : [];
    const letter = read.ok ? read.value.values.letter : undefined;
    if (!read.ok || type === undefined || more.length > 0 || !letter || !/^[a-z]$/.test(letter)) {
      const message = read.ok ? 'Give the type, and the letter that inserts it on the map' : read.error;
      return wrongUse(message, USAGE, terminal);
    }
    const root = process.cwd();
    const written = await writeNewElement(root, { type, letter, page: read.value.values.page === true });
    if (!written.ok) {
      terminal.err(`${written.error}\n`);
      return 2;
    }
    for (const path of written.value) terminal.out(`${relative(root, path)}\n`);
    return 0;
  },
};
