import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Interaction } from '#format/interaction.ts';
import type { Terminal } from './command.ts';
import { readInteractionFile } from './interaction-file.ts';

/** How the option is told in the help of the commands that have it. */
export const WITH_HELP = `--with names a folder whose files, NAME.interaction.json, are the other Interactions that are called.`;

/**
 * The Interactions in a folder, which others may call; none where no folder is named. Undefined, and a message said,
 * where one of them cannot be read, or where two of them have the same id.
 */
export async function readFolder(
  folder: string | undefined,
  terminal: Terminal,
): Promise<readonly Interaction[] | undefined> {
  if (folder === undefined) return [];
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    terminal.err(`${folder}: cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
  const files = names.filter((name) => name.endsWith('.interaction.json')).toSorted();
  const found = new Map<string, string>();
  const interactions: Interaction[] = [];
  for (const file of files.map((name) => join(folder, name))) {
    const interaction = await readInteractionFile(file, terminal);
    if (!interaction) return undefined;
    const same = found.get(interaction.id);
    if (same !== undefined) {
      terminal.err(`${file}: has the id ${interaction.id}, as ${same} has\n`);
      return undefined;
    }
    found.set(interaction.id, file);
    interactions.push(interaction);
  }
  return interactions;
}
