import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A row of the manifest that Vite writes beside the pages. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** The built script of a source file that is loaded by itself, such as `designer/settings/settings-panel.tsx`. */
export function builtScript(folder: string, source: string): string {
  const chunk = manifestOf(folder)[source];
  if (chunk === undefined) throw new Error(`The build has no script of ${source} alone.`);
  return chunk.file;
}

function manifestOf(folder: string): Readonly<Record<string, Chunk>> {
  return JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
}

/** The scripts a built page needs before anything is seen: its entry and whatever that imports, not what it loads later. */
export function firstScripts(folder: string, entry: string): readonly string[] {
  const manifest = manifestOf(folder);
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`The build has no entry ${key}.`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit(entry);
  return [...files];
}

/** Bytes over the wire, each file compressed for itself. */
export function gzipBytes(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}
