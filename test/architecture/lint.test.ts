import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../..');

const planted: readonly (readonly [what: string, file: string, text: string, rule: string])[] = [
  ['the clock of the machine', 'src/engine/a.ts', 'export const a = () => Date.now();', 'no-restricted-globals'],
  ['chance', 'src/checks/b.ts', 'export const a = () => Math.random();', 'no-restricted-properties'],
  ['the network', 'src/format/c.ts', "export const a = () => fetch('/');", 'no-restricted-globals'],
  ['a timer', 'src/contract/d.ts', 'export const a = () => setTimeout(() => {}, 1);', 'no-restricted-globals'],
  ['storage', 'src/measures/e.ts', "export const a = () => localStorage.getItem('a');", 'no-restricted-globals'],
  ['random bytes', 'src/elements/choice/f.ts', 'export const a = () => crypto.randomUUID();', 'no-restricted-globals'],
  ['the console', 'src/simulation/g.ts', "export const a = () => console.log('a');", 'no-console'],
  ['a worker outside the one way', 'src/map/h.ts', "export const a = () => new Worker('a');", 'no-restricted-globals'],
  ['HTML from text', 'src/desk/i.ts', "document.body.innerHTML = 'a';", 'no-restricted-properties'],
  ['eval', 'src/server/j.ts', "export const a = () => eval('1');", 'no-eval'],
  ['a function made of text', 'src/server/k.ts', "export const a = new Function('1');", 'no-new-func'],
  ['a ring of imports', 'src/server/l.ts', "import { m } from './m.ts';\nexport const l = () => m;", 'no-cycle'],
  ['a silenced type', 'src/server/n.ts', '// @ts-nocheck\nexport const a: number = 1;', 'ban-ts-comment'],
  ['any', 'src/server/o.ts', 'export const a: any = 1;', 'no-explicit-any'],
];

const allowed: readonly (readonly [file: string, text: string])[] = [
  ['src/server/m.ts', "import { l } from './l.ts';\nexport const m = () => l;"],
  ['src/prelude/calendar.ts', 'export const a = (at: number) => new Date(at).getUTCDay();'],
  ['src/engine/a.test.ts', 'export const a = () => Date.now();'],
  ['src/ui/worker.ts', 'export const start = (url: string) => new Worker(url);'],
];

const output = z.object({ diagnostics: z.array(z.object({ filename: z.string(), code: z.string() })) });

describe('oxlint finds', () => {
  let folder = '';
  let found: readonly { filename: string; code: string }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-lint-'));
    // Rules that need types are left to the whole project: a planted file belongs to no TypeScript program.
    const config = JSON.parse(await readFile(join(ROOT, '.oxlintrc.json'), 'utf8'));
    config.options.typeAware = false;
    await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify(config));
    await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
    for (const [file, text] of [...planted.map(([, path, code]) => [path, code] as const), ...allowed]) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
    const said = await new Promise<string>((resolve) => {
      execFile(process.execPath, [oxlint, '-f', 'json'], { cwd: folder }, (_error, stdout) => resolve(stdout));
    });
    found = output.parse(JSON.parse(said)).diagnostics;
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each(planted)('%s', (_what, file, _text, rule) => {
    const rules = found.filter((each) => each.filename === file).map((each) => each.code);
    expect(rules).toContainEqual(expect.stringContaining(`(${rule})`));
  });

  it('nothing where it is allowed', () => {
    const rings = (code: string) => code.includes('no-cycle');
    const files = found.filter((each) => !rings(each.code)).map((each) => each.filename);
    expect(allowed.map(([file]) => file).filter((file) => files.includes(file))).toEqual([]);
  });
});
