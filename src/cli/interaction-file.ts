import { catalog } from '#elements/catalog.ts';
import type { FileError } from '#format/file-error.ts';
import type { Interaction } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';
import type { Terminal } from './command.ts';
import { readText } from './input.ts';

/** Reads an Interaction file (or `-`); undefined where that fails, every mistake said with its line and path. */
export async function readInteractionFile(name: string, terminal: Terminal): Promise<Interaction | undefined> {
  return (await readCheckedFile(name, terminal))?.interaction;
}

/** The same, with the text that stands in the file. */
export async function readCheckedFile(
  name: string,
  terminal: Terminal,
): Promise<{ readonly text: string; readonly interaction: Interaction } | undefined> {
  const text = await readText(name, terminal);
  if (text === undefined) return undefined;
  const read = readInteraction(text, catalog);
  if (read.ok) return { text, interaction: read.value };
  tellMistakes(name, read.error, terminal);
  return undefined;
}

/** Every mistake of a file on a line of its own, with its place first, as compilers write it. */
function tellMistakes(name: string, mistakes: readonly FileError[], terminal: Terminal): void {
  for (const { line, column, path, message, code } of mistakes) {
    terminal.err(`${name}:${line}:${column}: ${path ? `${path}: ` : ''}${message} (${code})\n`);
  }
}
