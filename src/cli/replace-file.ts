import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Terminal } from './command.ts';

/** Gives a file another text, whole or not at all: what fails half-way leaves the old one. False, and a message said, where it fails. */
export async function replaceFile(name: string, text: string, terminal: Terminal): Promise<boolean> {
  let beside: string | undefined;
  try {
    // Where the name is a link, the file behind it is meant.
    const path = await realpath(name);
    const { mode } = await stat(path);
    beside = `${path}.${process.pid}.new`;
    await writeFile(beside, text, { mode, flag: 'wx' });
    await rename(beside, path);
    return true;
  } catch (error) {
    if (beside !== undefined) await rm(beside, { force: true });
    terminal.err(`${name}: cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}
