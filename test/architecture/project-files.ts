import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['src', 'test', 'bench', 'scripts', 'bin'];

/** Every file of code in the project, as path → text. */
export function projectFiles(): Map<string, string> {
  const paths = FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      `${folder}/${path}`.replaceAll('\\', '/'),
    ),
  );
  const code = paths.filter((path) => /\.(ts|tsx|mjs)$/.test(path));
  return new Map(code.map((path) => [path, readText(path)]));
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
