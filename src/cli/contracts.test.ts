import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeInteraction } from '#format/write.ts';
import { given, lines, Scratch, SEED, seedText, waymark } from '#test/cli/scratch.ts';
import { draw } from '#test/factories/draw.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch();
});
afterAll(() => scratch.remove());

describe('every command', () => {
  it.each(['check', 'run', 'test', 'hash', 'format'])(
    '%s says what is no file, with its place, and exits 2',
    async (name) => {
      const answers = name === 'run' ? ['--answers', scratch.file('')] : [];
      const cases: [what: string, text: string | Uint8Array, place: string][] = [
        ['empty', '', ':1:1: '],
        ['no JSON', '{\n  "format": 1,\n  oops\n}', ':3:3: '],
        ['not UTF-8', Uint8Array.from([0x7b, 0x0a, 0x22, 0xff, 0x22]), ':2: '],
        ['too big', ' '.repeat(5_000_001), ':1:1: '],
      ];
      for (const [what, text, place] of cases) {
        const path = join(scratch.folder, `${name} ${what}`);
        writeFileSync(path, text);
        const said = await waymark(name, path, ...answers);
        expect(said, what).toMatchObject({ code: 2, out: '' });
        expect(said.err, what).toContain(`${path}${place}`);
      }
      expect(await waymark(name, scratch.folder, ...answers)).toMatchObject({
        code: 2,
        err: expect.stringContaining(scratch.folder),
      });
    },
  );

  it.each(['check', 'test', 'hash', 'format'])('%s reads standard input for -', async (name) => {
    const [fromFile, fromInput] = [await waymark(name, SEED, '--json'), await given(seedText(), name, '-', '--json')];
    expect(fromInput).toEqual({ ...fromFile, out: fromFile.out.replace(SEED, '-') });
  });

  it('refuses to read standard input twice', async () => {
    const twice = { code: 2, out: '', err: expect.stringContaining('read only once') };
    expect(await given(seedText(), 'check', '-', '-')).toMatchObject(twice);
    expect(await given(seedText(), 'run', '-', '--answers', '-')).toMatchObject(twice);
    expect(await given(seedText(), 'run', '-')).toMatchObject({ code: 2, err: expect.stringContaining('name a file') });
  });
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
    const path = scratch.changed(
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

  it('counts the errors of what a file runs, directly or through others, and says by which way', async () => {
    const call = (interaction: string) => ({ u_run: { interaction, inputs: [], outputs: [], outcomes: [] } });
    const folder = scratch.folderOf({
      'deep.interaction.json': writeInteraction(
        draw({ id: 'int_deep', name: 'Deep', elements: { s_words: { text: { en: 'Hello {nobody}' } } } }),
      ),
      'between.interaction.json': writeInteraction(
        draw({ id: 'int_between', name: 'Between', elements: call('int_deep') }),
      ),
    });
    const top = scratch.file(writeInteraction(draw({ id: 'int_top', elements: call('int_between') })));
    const { code, out } = await waymark(
      'check',
      top,
      join(folder, 'deep.interaction.json'),
      '--with',
      folder,
      '--json',
    );
    const [first, itself] = lines(out) as { problems: { code: string }[] }[];
    expect([code, first?.problems]).toEqual([
      1,
      [
        {
          code: 'called.has-errors',
          severity: 'error',
          element: 'u_run',
          path: 'elements.u_run.interaction',
          message: '“Deep”, which “Between” runs, has 1 error; correct it in its file',
        },
      ],
    ]);
    expect(itself?.problems.map(({ code: name }) => name)).toEqual(['data.text']);
    // Nothing is said of what is not at hand.
    expect(await waymark('check', top, '--json')).toMatchObject({ code: 0 });
  });

  it('names line and path of what it cannot read, and exits 2', async () => {
    const path = scratch.file('{\n  "format": 1,\n  "id": "int_a",\n  "name": 5,\n  "languages": ["en"]\n}');
    const { code, err } = await waymark('check', path);
    expect(code).toBe(2);
    expect(err).toContain(`${path}:4:3: name: `);
    expect(await waymark('check', join(scratch.folder, 'nothing-here'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read'),
    });
    expect(await waymark('check')).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') });
    expect(await waymark('check', SEED, '--colour')).toMatchObject({ code: 2 });
  });

  it('exits 0 for warnings alone, and goes on behind a file that it cannot read', async () => {
    const lonely = { type: 'statement', name: 'Lonely', text: { en: 'Hello', es: 'Hola' } };
    const warned = scratch.changed({ path: ['elements', 's_lonely'], value: lonely });
    const { code, out } = await waymark('check', warned, '--json');
    const [line] = lines(out) as { problems: { severity: string; element: null }[] }[];
    expect({ code, severities: line?.problems.map(({ severity }) => severity) }).toEqual({
      code: 0,
      severities: ['warning'],
    });
    const mixed = await waymark('check', join(scratch.folder, 'nothing-here'), SEED, '--json');
    expect(mixed).toMatchObject({ code: 2, out: `${JSON.stringify({ file: SEED, problems: [] })}\n` });
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

  it('says which rules no test shows', async () => {
    const rule = (id: string, when: string) => ({ id, label: id, when });
    const file = JSON.stringify({
      format: 1,
      id: 'int_rules',
      name: 'Rules',
      languages: ['en'],
      start: 'd_age',
      variables: { age: { type: 'number', label: 'Age' } },
      elements: {
        d_age: {
          type: 'decision',
          version: 2,
          name: 'Age',
          logic: { form: 'rules', rules: [rule('child', 'age < 18'), rule('old', 'age > 65')] },
        },
        s_a: { type: 'statement', name: 'A', text: { en: 'A' } },
      },
      connectors: {
        k1: { from: 'd_age', exit: 'child', to: 's_a' },
        k2: { from: 'd_age', exit: 'old', to: 's_a' },
        k3: { from: 'd_age', exit: 'otherwise', to: 's_a' },
      },
      tests: { t_1: { name: 'Old', given: { age: 70 }, answers: [], expect: { outcome: 'completed' } } },
    });
    const { code, out } = await given(file, 'test', '-', '--json');
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([
      { coverage: { rules: { reached: 1, all: 3, missing: ['d_age#child', 'd_age#otherwise'] } } },
    ]);
    const told = await given(file, 'test', '-');
    expect(told.out).toContain('rule outcomes: 1 of 3; not reached: d_age#child, d_age#otherwise');
  });

  it('looks for ways that take every exit where it is asked to', async () => {
    const { code, out } = await waymark('test', SEED, '--walk', '--json');
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([{ walk: { missing: [], exhausted: true } }]);
    expect((await waymark('test', SEED, '--walk')).out).toContain('walk: 3 ways take every exit that was found');
  });

  it('says what was expected and what came, and exits 1', async () => {
    const path = scratch.changed({ path: ['tests', 't_billing', 'expect', 'outcome'], value: 'refunded' });
    const { code, out } = await waymark('test', path);
    expect(code).toBe(1);
    expect(out).toContain('Expected the outcome "refunded", got "completed"');
  });
});

describe('waymark hash and format', () => {
  it('hash the content: moving a box changes nothing', async () => {
    const moved = scratch.changed({ path: ['layout', 'positions'], value: {} });
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
    const path = scratch.changed();
    await waymark('format', path, '--write');
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(SEED, 'utf8'));
  });

  it('name the files that are not canonical with --check, and change nothing', async () => {
    const path = scratch.changed();
    const before = readFileSync(path, 'utf8');
    expect(await waymark('format', SEED, path, '--check')).toEqual({ code: 1, out: `${path}\n`, err: '' });
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(await waymark('format', SEED, '--check')).toEqual({ code: 0, out: '', err: '' });
  });

  it('write what a link names, keep its mode, and say what cannot be written', async () => {
    const path = scratch.changed();
    chmodSync(path, 0o640);
    const link = `${path}-link`;
    symlinkSync(path, link);
    expect(await waymark('format', link, '--write')).toEqual({ code: 0, out: '', err: '' });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(seedText());
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(scratch.folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect(await waymark('format', SEED, path)).toMatchObject({ code: 2 });
    expect(await waymark('format', path, '--write', '--check')).toMatchObject({ code: 2 });
  });
});
