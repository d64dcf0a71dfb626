import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#cli/commands.ts';
import { projectFiles } from './project-files.ts';
import { readSource } from './source-file.ts';

/** Commands that are the server, or talk to its store. */
const WITH_SERVER: readonly string[] = ['serve', 'publish', 'backup', 'restore', 'doctor'];

const HEAVY = ['fastify', 'pg', 'kysely', '@duckdb/node-api'];

/** Packages that are loaded together with a file, before anything of it runs. */
function loadedWith(start: string, files: ReadonlyMap<string, string>): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>([start]);
  for (const path of seen) {
    const text = files.get(path);
    if (text === undefined) throw new Error(`There is no file ${path}`);
    for (const { target, loads } of readSource(path, text).imports) {
      if (loads !== 'now') continue;
      if (target.kind === 'file' && target.path.startsWith('src/')) seen.add(target.path);
      if (target.kind === 'package') packages.add(target.name);
    }
  }
  return packages;
}

describe('the command line', () => {
  const files = projectFiles();

  it.each(COMMANDS.map(({ name }) => name).filter((name) => !WITH_SERVER.includes(name)))(
    'loads neither the server nor the database for `waymark %s`',
    (name) => {
      const loaded = loadedWith(`src/cli/commands/${name}.ts`, files);
      expect(HEAVY.filter((heavy) => loaded.has(heavy))).toEqual([]);
    },
  );

  it('loads no command before it is called', () => {
    const commands = files.get('src/cli/commands.ts') ?? '';
    const now = readSource('src/cli/commands.ts', commands).imports.filter(({ loads }) => loads === 'now');
    expect(now).toEqual([]);
  });

  it('would see the server behind a command', () => {
    const planted = new Map([
      ['src/cli/commands/check.ts', "import { app } from '#server/app.ts';"],
      ['src/server/app.ts', "import fastify from 'fastify';\nimport type { Pool } from 'pg';"],
    ]);
    expect([...loadedWith('src/cli/commands/check.ts', planted)]).toEqual(['fastify']);
  });
});
