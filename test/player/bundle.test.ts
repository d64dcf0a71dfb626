import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { builtPages } from '#test/browser/pages.ts';

/** Bytes after gzip that come before the first page: stage, views, session client and their style. */
const FIRST_PAGE = 60_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

let folder: string;
let manifest: Readonly<Record<string, Chunk>>;

beforeAll(async () => {
  folder = await builtPages();
  manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
});

/** The files that an entry needs before it can run: its static imports and theirs, and their style sheets. */
function filesOf(entry: string, seen = new Set<string>()): ReadonlySet<string> {
  const chunk = manifest[entry];
  if (!chunk) throw new Error(`the build has no ${entry}`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const next of chunk.imports ?? []) filesOf(next, seen);
  return seen;
}

async function weigh(files: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readFile(join(folder, file))).length;
  return bytes;
}

it.each(['player/element.ts', 'player/index.html'])('%s needs at most 60 kB to its first page', async (entry) => {
  expect(await weigh(filesOf(entry))).toBeLessThanOrEqual(FIRST_PAGE);
});

it('the engine is a part of its own, which the first page does not wait for', async () => {
  const first = filesOf('player/element.ts');
  const local = filesOf('player/local.ts');
  expect([...local].some((file) => !first.has(file))).toBe(true);
  const later = [...new Set(Object.values(manifest).filter(({ file }) => first.has(file)))].flatMap(
    ({ dynamicImports = [] }) => dynamicImports,
  );
  expect(later).toContain('player/local.ts');
  const text = await Promise.all([...first].map((file) => readFile(join(folder, file), 'utf8')));
  expect(text.join('')).not.toMatch(/ZodError|react\.transitional\.element|session-started/);
});
