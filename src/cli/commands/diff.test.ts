import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilePatch } from '#contract/file-patch.ts';
import { applyPatches } from '#format/patch.ts';
import type { JsonObject } from '#prelude/json.ts';
import { given, lines, Scratch, SEED, seedText, waymark } from '#test/cli/scratch.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch();
});
afterAll(() => scratch.remove());

const moved = () => scratch.changed({ path: ['layout', 'positions', 'q_problem'], value: [7, 7] });
const asked = () => scratch.changed({ path: ['elements', 'q_problem', 'text', 'en'], value: 'What is it?' });

describe('waymark diff', () => {
  it('exits 0 where the content is the same, however the text is written and wherever the boxes stand', async () => {
    expect(await waymark('diff', SEED, scratch.changed())).toEqual({
      code: 0,
      out: 'The content is the same\n',
      err: '',
    });
    expect(await waymark('diff', SEED, moved())).toEqual({
      code: 0,
      out: 'The content is the same\nMap\n  ~ 1 element moved: “Problem type”\n',
      err: '',
    });
  });

  it('tells apart from the content which translations are older than their source', async () => {
    const outdated = [{ language: 'es', text: 'Hola', from: 'Hello' }];
    const older = scratch.changed({ path: ['elements', 'q_problem', 'outdated'], value: outdated });
    expect(await waymark('diff', SEED, older)).toEqual({
      code: 0,
      out: 'The content is the same\nAge of translations\n  ~ Question “Problem type” (q_problem)\n',
      err: '',
    });
  });

  it('says what differs in words, and exits 1', async () => {
    expect(await waymark('diff', SEED, asked())).toEqual({
      code: 1,
      out: [
        'Elements',
        '  ~ Question “Problem type” (q_problem)',
        '      Question, en: “What type of problem do you have?” → “What is it?”',
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('says it as JSON, whose patches make the one of the other', async () => {
    const path = asked();
    const { code, out } = await given(seedText(), 'diff', '-', path, '--json');
    expect(code).toBe(1);
    const [result] = lines(out) as (JsonObject & { patches: FilePatch[] })[];
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(result).toEqual({
      same: false,
      before: { file: '-', content: hash, whole: hash },
      after: { file: path, content: hash, whole: hash },
      content: [
        {
          part: 'element',
          id: 'q_problem',
          path: 'elements.q_problem',
          words: 'Question “Problem type” (q_problem)',
          change: 'changed',
          properties: [
            {
              path: 'elements.q_problem.text.en',
              before: 'What type of problem do you have?',
              after: 'What is it?',
            },
          ],
        },
      ],
      comments: [],
      translations: [],
      layout: [],
      patches: [{ path: ['elements', 'q_problem', 'text', 'en'], value: 'What is it?' }],
    });
    const made = applyPatches(JSON.parse(seedText()) as JsonObject, result?.patches ?? []).value;
    expect(made).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });

  it('has an empty list for what does not differ, and the map apart', async () => {
    const { code, out } = await waymark('diff', SEED, moved(), '--json');
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([
      { same: true, content: [], comments: [], layout: [{ path: 'layout.positions.q_problem', after: [7, 7] }] },
    ]);
  });

  it('exits 2 where a file cannot be read, and names each', async () => {
    const broken = scratch.file('{');
    const said = await waymark('diff', broken, 'nothing-here');
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain(`${broken}:1:`);
    expect(said.err).toContain('nothing-here: cannot be read');
    for (const files of [[], [SEED], [SEED, SEED, SEED], ['-', '-']]) {
      expect(await waymark('diff', ...files)).toMatchObject({
        code: 2,
        err: expect.stringContaining('Usage: waymark diff'),
      });
    }
  });

  it('lets no sign of a text move the cursor of a terminal', async () => {
    const name = 'Red \u001b[31m\u0007';
    const { out } = await waymark(
      'diff',
      SEED,
      scratch.changed({ path: ['elements', 'q_problem', 'name'], value: name }),
    );
    expect(out).toContain('Question “Red \ufffd[31m\ufffd”');
    expect(out).not.toContain('\u001b');
  });
});
