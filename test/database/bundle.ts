import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

const PROJECT = join(import.meta.dirname, '..', '..');

/**
 * Makes one plain JavaScript file of a TypeScript program and returns its path: for tests that need a process of their
 * own to kill, since Node 20 runs no TypeScript. Packages are left out and found in the project as usual.
 */
export async function bundle(entry: string, name: string): Promise<string> {
  const folder = join(PROJECT, '.cache', 'test-programs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.mjs`);
  await build({
    input: entry,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('#'),
    output: { file, format: 'esm' },
    logLevel: 'warn',
  });
  return file;
}
