import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Terminal } from './command.ts';

/** The text of a file, or of standard input for `-`; undefined, and a message said, where it cannot be read. */
export async function readText(name: string, terminal: Terminal): Promise<string | undefined> {
  try {
    return name === '-' ? await text(process.stdin) : await readFile(name, 'utf8');
  } catch (error) {
    terminal.err(`${name}: cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
