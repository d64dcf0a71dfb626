import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { writeNewElement } from './new-element.ts';

const copies: string[] = [];

/** The project without its history and what was built, in a folder of its own. */
function copyOfTheProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'waymark-element-'));
  copies.push(root);
  for (const part of [
    'src',
    'test',
    'samples',
    'package.json',
    'tsconfig.base.json',
    'tsconfig.pure.json',
    'tsconfig.web.json',
  ]) {
    cpSync(part, join(root, part), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  return root;
}

const linesOf = (root: string, file: string) => readFileSync(join(root, file), 'utf8').split('\n');

/** Lines that the file has gained; the test fails where one was lost. */
function gained(root: string, file: string): string[] {
  const before = linesOf('.', file);
  const after = linesOf(root, file);
  expect(before.filter((line) => !after.includes(line))).toEqual([]);
  return after.filter((line) => !before.includes(line));
}

const run = promisify(execFile);

afterEach(() => {
  for (const root of copies.splice(0)) rmSync(root, { recursive: true, force: true });
});

describe('a new element type', () => {
  it.each([
    { page: false, tables: { 'src/elements/types.ts': 1 } },
    { page: true, tables: { 'src/elements/types.ts': 1, 'src/elements/type-views.tsx': 1 } },
  ])('is one folder and a line in each table (page: $page), and conforms', async ({ page, tables }) => {
    const root = copyOfTheProject();
    const written = await writeNewElement(root, { type: 'call-back', letter: 'z', page });
    expect(written.ok).toBe(true);
    expect(
      readdirSync(join(root, 'src/elements')).filter((name) => !readdirSync('src/elements').includes(name)),
    ).toEqual(['call-back']);
    for (const [file, count] of Object.entries(tables)) expect(gained(root, file)).toHaveLength(count);
    const vitest = resolve('node_modules/vitest/vitest.mjs');
    const { stdout } = await run(
      process.execPath,
      [vitest, 'run', 'src/elements/conformance.test.ts', '--root', root, '--reporter', 'verbose', '-t', 'call-back'],
      { cwd: root, env: { ...process.env, NO_COLOR: '1' } },
    );
    expect(stdout).toMatch(/element type call-back > goes on/);
    const tsc = resolve('node_modules/typescript/bin/tsc');
    for (const program of page ? ['pure', 'web'] : ['pure']) {
      await run(process.execPath, [tsc, '-p', join(root, `tsconfig.${program}.json`), '--incremental', 'false'], {
        cwd: root,
      });
    }
  });

  it('never overwrites one that is there', async () => {
    const root = copyOfTheProject();
    expect(await writeNewElement(root, { type: 'question', letter: 'z', page: true })).toMatchObject({ ok: false });
    expect(await writeNewElement(root, { type: '../evil', letter: 'z', page: true })).toMatchObject({ ok: false });
  });
});
