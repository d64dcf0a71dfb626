import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilePatch } from '#contract/file-patch.ts';
import { applyPatches } from '#format/patch.ts';
import type { JsonObject } from '#prelude/json.ts';
import { typed } from './typed.ts';

/** The sample that the contracts are told with. */
export const SEED = 'samples/problem-type.interaction.json';

export const seedText = () => readFileSync(SEED, 'utf8');

/** Files for one file of tests, in a folder that goes away after them. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'waymark-cli-'));
  #files = 0;

  /** A file with this text. */
  file(text: string | Uint8Array): string {
    const path = join(this.folder, `file-${++this.#files}`);
    writeFileSync(path, text);
    return path;
  }

  /** A folder with files of these names and texts. */
  folderOf(files: { readonly [name: string]: string }): string {
    const path = mkdtempSync(join(this.folder, 'folder-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return path;
  }

  /** The seed example with some of it changed. */
  changed(...patches: FilePatch[]): string {
    const seed = JSON.parse(seedText()) as JsonObject;
    return this.file(JSON.stringify(applyPatches(seed, patches).value));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const waymark = (...args: string[]) => typed(args);

/** The same with a text in standard input. */
export const given = (input: string, ...args: string[]) => typed(args, {}, [input]);

/** A result that is a line of JSON each. */
export const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
