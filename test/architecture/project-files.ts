import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Every TypeScript file of the project that git knows or would add, as path → text. */
export function projectFiles(): Map<string, string> {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'src', 'test', 'bench', 'scripts', 'bin'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const paths = listed.split('\0').filter((path) => /\.(ts|tsx|mjs)$/.test(path) && existsSync(join(ROOT, path)));
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
