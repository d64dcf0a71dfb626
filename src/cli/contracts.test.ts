import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilePatch } from '#contract/file-patch.ts';
import { applyPatches } from '#format/patch.ts';
import type { JsonObject } from '#prelude/json.ts';
import { typed } from '#test/cli/typed.ts';

const SEED = 'samples/problem-type.interaction.json';
let folder = '';
let files = 0;

/** A file with this text, gone after the tests. */
function file(text: string): string {
  const path = join(folder, `file-${++files}`);
  writeFileSync(path, text);
  return path;
}

/** The seed example with some of it changed. */
function changed(...patches: FilePatch[]): string {
  const seed = JSON.parse(readFileSync(SEED, 'utf8')) as JsonObject;
  return file(JSON.stringify(applyPatches(seed, patches).value));
}

const waymark = (...args: string[]) => typed(args);

const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('waymark check', () => {
  it('finds nothing wrong with the seed example', async () => {
    expect(await waymark('check', SEED, '--json')).toEqual({
      code: 0,
      out: `${JSON.stringify({ file: SEED, problems: [] })}\n`,
      err: '',
    });
  });

  it('says each problem with code, severity, element, path and sentence, one line a file, and exits 1', async () => {
    const path = changed(
      { path: ['connectors', 'k2'] },
      { path: ['elements', 's_confirm', 'text', 'en'], value: 'You have selected {problm}.' },
    );
    const { code, out } = await waymark('check', SEED, path, '--json');
    expect(code).toBe(1);
    const [, second] = lines(out) as { problems: object[] }[];
    expect(second?.problems).toContainEqual({
      code: 'data.text',
      severity: 'error',
      element: 's_confirm',
      path: 'elements.s_confirm.text.en',
      message: expect.stringContaining('problm'),
    });
    expect(second?.problems).toContainEqual(
      expect.objectContaining({ code: 'graph.unreachable', element: 'c_orders' }),
    );
  });

  it('names line and path of what it cannot read, and exits 2', async () => {
    const path = file('{\n  "format": 1,\n  "id": "int_a",\n  "name": 5,\n  "languages": ["en"]\n}');
    const { code, err } = await waymark('check', path);
    expect(code).toBe(2);
    expect(err).toContain(`${path}:4:3: name: `);
    expect(await waymark('check', join(folder, 'nothing-here'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read'),
    });
    expect(await waymark('check')).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') });
    expect(await waymark('check', SEED, '--colour')).toMatchObject({ code: 2 });
  });
});

describe('waymark run', () => {
  const run = (...answers: object[]) =>
    waymark('run', SEED, '--answers', file(answers.map((line) => JSON.stringify(line)).join('\n')));

  it('gives one line a session, as promised', async () => {
    const { code, out } = await run({ answers: ['billing'] });
    expect(code).toBe(0);
    expect(out).toBe(
      '{"at":"s_confirm","status":"ended","outcome":"completed","visited":["q_problem","c_billing","s_confirm"],"variables":{"problem":"billing"}}\n',
    );
  });

  it('waits where the answers end, goes back, and stops at a refused answer', async () => {
    const { code, out } = await run(
      { answers: [] },
      { answers: ['c_orders'] },
      { answers: ['nonsense'] },
      { answers: [{ command: 'jump', to: 's_confirm' }] },
    );
    expect(code).toBe(1);
    expect(lines(out)).toEqual([
      { at: 'q_problem', status: 'waiting', visited: ['q_problem'], variables: {} },
      expect.objectContaining({ status: 'ended', variables: { problem: 'orders' } }),
      expect.objectContaining({
        status: 'waiting',
        at: 'q_problem',
        error: expect.objectContaining({ code: 'answer.refused', element: 'q_problem' }),
      }),
      expect.objectContaining({ status: 'waiting', error: expect.objectContaining({ code: 'jump.not-allowed' }) }),
    ]);
  });

  it('takes back between answers', async () => {
    const path = 'samples/lost-card.interaction.json';
    const answers = file(JSON.stringify({ answers: [{ command: 'back' }] }));
    expect(lines((await waymark('run', path, '--answers', answers)).out)).toEqual([
      expect.objectContaining({ status: 'waiting', error: expect.objectContaining({ code: 'back.nothing-before' }) }),
    ]);
  });

  it('names the line of what is no session', async () => {
    const answers = file('{"answers":[]}\nhello\n');
    expect(await waymark('run', SEED, '--answers', answers)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${answers}:2:`),
    });
    expect(await waymark('run', SEED, '--answers', join(folder, 'no-such-file'))).toMatchObject({ code: 2 });
    expect(await waymark('run', SEED, '--clock', 'noon')).toMatchObject({ code: 2 });
  });
});

describe('waymark test', () => {
  it('passes the seed and covers it', async () => {
    const { code, out } = await waymark('test', SEED, '--json');
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([
      {
        results: [{ passed: true }, { passed: true }, { passed: true }],
        coverage: { elements: { reached: 5, all: 5 }, exits: { missing: [] } },
      },
    ]);
  });

  it('says what was expected and what came, and exits 1', async () => {
    const path = changed({ path: ['tests', 't_billing', 'expect', 'outcome'], value: 'refunded' });
    const { code, out } = await waymark('test', path);
    expect(code).toBe(1);
    expect(out).toContain('Expected the outcome "refunded", got "completed"');
  });
});

describe('waymark eval', () => {
  it('gives the value, or the error with its place', async () => {
    expect(await waymark('eval', 'x + 1', '--input', '{"x":2}')).toEqual({ code: 0, out: '{"value":3}\n', err: '' });
    const { code, out } = await waymark('eval', '1 +');
    expect(code).toBe(1);
    expect(lines(out)).toEqual([
      {
        error: {
          code: 'expression.syntax',
          from: expect.any(Number),
          to: expect.any(Number),
          message: expect.any(String),
        },
      },
    ]);
  });

  it('reads cases, a line each', async () => {
    const cases = file('{"expression":"a > 1","input":{"a":2}}\n{"expression":"upper case(\\"x\\")"}\n');
    expect((await waymark('eval', '--cases', cases)).out).toBe('{"value":true}\n{"value":"X"}\n');
    expect(await waymark('eval', '--cases', file('nonsense'))).toMatchObject({ code: 2 });
  });
});

describe('waymark hash and format', () => {
  it('hash the content: moving a box changes nothing', async () => {
    const moved = changed({ path: ['layout', 'positions'], value: {} });
    const [seed, other] = lines((await waymark('hash', SEED, moved, '--json')).out) as {
      content: string;
      whole: string;
    }[];
    expect(seed?.content).toMatch(/^[0-9a-f]{64}$/);
    expect(other?.content).toBe(seed?.content);
    expect(other?.whole).not.toBe(seed?.whole);
  });

  it('write the canonical text, which is what the samples have', async () => {
    expect((await waymark('format', SEED)).out).toBe(readFileSync(SEED, 'utf8'));
    const path = changed();
    await waymark('format', path, '--write');
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(SEED, 'utf8'));
  });
});
