import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { type OutputOptions, type RolldownOptions, rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SEED = 'samples/problem-type.interaction.json';
const BILLING = '{"answers":["billing"]}\n';

// Built where the project's packages are found.
const folder = mkdtempSync(join(tmpdir(), 'waymark-process-'));
const built = join('.cache', 'test-programs', 'cli');

beforeAll(async () => {
  const config = pathToFileURL(resolve('rolldown.config.mjs')).href;
  const { default: program }: { default: RolldownOptions & { output: OutputOptions } } = await import(config);
  const bundle = await rolldown(program);
  await bundle.write({ ...program.output, dir: built });
  await bundle.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The built program as a process of its own. */
const waymark = (...args: string[]) => spawn(process.execPath, [join(built, 'cli.js'), ...args]);

describe('the process of waymark', () => {
  it('ends with the exit code of the command, its results and messages apart', async () => {
    const child = waymark('check', SEED, 'nothing-here');
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    expect({ out, code }).toEqual({ out: `${SEED}: no problems\n`, code: 2 });
    expect(err).toContain('nothing-here: cannot be read');
  });

  it('answers each line before the next one is written, as another program may wait for it', async () => {
    const child = waymark('run', SEED, '--answers', '-');
    const results = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const answer of ['billing', 'orders', 'technical']) {
      child.stdin.write(`${JSON.stringify({ answers: [answer] })}\n`);
      const { value } = await results.next();
      expect(JSON.parse(String(value))).toMatchObject({ status: 'ended', variables: { problem: answer } });
    }
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends quietly when nobody reads its results any more', async () => {
    const answers = join(folder, 'many.jsonl');
    writeFileSync(answers, BILLING.repeat(20_000));
    const child = waymark('run', SEED, '--answers', answers);
    child.stdout.once('data', () => child.stdout.destroy());
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });

  it.skipIf(!existsSync('/dev/full'))('says so where its results cannot be written', async () => {
    const script = '"$0" "$@" > /dev/full';
    const child = spawn('/bin/sh', ['-c', script, process.execPath, join(built, 'cli.js'), 'hash', SEED]);
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(code).toBe(2);
    expect(err).toContain('The results cannot be written');
  });
});
