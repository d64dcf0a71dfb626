import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeInteraction } from '#format/write.ts';
import { given, lines, Scratch, SEED, waymark } from '#test/cli/scratch.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch();
});
afterAll(() => scratch.remove());

describe('waymark run', () => {
  const run = (...answers: object[]) =>
    waymark('run', SEED, '--answers', scratch.file(answers.map((line) => JSON.stringify(line)).join('\n')));

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
        error: { code: 'answer.refused', message: expect.stringMatching(/^[A-Z].*/), element: 'q_problem' },
      }),
      expect.objectContaining({ status: 'waiting', error: expect.objectContaining({ code: 'jump.not-allowed' }) }),
    ]);
  });

  it('goes back and jumps between answers, from the page that follows the answer', async () => {
    const { code, out } = await run(
      { answers: [{ command: 'back' }] },
      { answers: ['billing', { command: 'back' }, 'orders'] },
      { answers: ['billing', { command: 'jump', to: 'q_problem' }, 'technical'] },
      { answers: ['billing', { command: 'back' }] },
    );
    expect(code).toBe(1);
    expect(lines(out)).toEqual([
      expect.objectContaining({ status: 'waiting', error: expect.objectContaining({ code: 'back.nothing-before' }) }),
      {
        at: 's_confirm',
        status: 'ended',
        outcome: 'completed',
        visited: ['q_problem', 'c_billing', 's_confirm', 'q_problem', 'c_orders', 's_confirm'],
        variables: { problem: 'orders' },
      },
      expect.objectContaining({ at: 's_confirm', status: 'ended', variables: { problem: 'technical' } }),
      {
        at: 'q_problem',
        status: 'waiting',
        visited: ['q_problem', 'c_billing', 's_confirm', 'q_problem'],
        variables: {},
      },
    ]);
  });

  it('begins with the values of "input", and fails with a sentence where they do not fit', async () => {
    const { code, out } = await run(
      { input: { problem: 'orders' }, answers: [] },
      { input: { problem: 5 }, answers: [] },
      { input: { nobody: 1 }, answers: [] },
    );
    expect(code).toBe(1);
    expect(lines(out)).toEqual([
      expect.objectContaining({ status: 'waiting', variables: { problem: 'orders' } }),
      {
        at: null,
        status: 'failed',
        visited: [],
        variables: {},
        error: expect.objectContaining({ code: 'start.wrong-value' }),
      },
      expect.objectContaining({ status: 'failed', error: expect.objectContaining({ code: 'start.unknown-variable' }) }),
    ]);
  });

  it('continues pages that ask nothing, wherever they stand', async () => {
    const path = scratch.changed(
      { path: ['start'], value: 's_hello' },
      { path: ['elements', 's_hello'], value: { type: 'statement', name: 'Hello', text: { en: 'Hello' } } },
      { path: ['connectors', 'k_hello'], value: { from: 's_hello', to: 'q_problem' } },
    );
    const { out } = await waymark('run', path, '--answers', scratch.file('{"answers":["billing"]}'));
    expect(lines(out)).toEqual([
      expect.objectContaining({ status: 'ended', visited: ['s_hello', 'q_problem', 'c_billing', 's_confirm'] }),
    ]);
  });

  it('runs at the moment of --clock, which is UTC where it names no offset', async () => {
    const path = scratch.changed(
      { path: ['variables', 'day'], value: { type: 'text', label: 'Day' } },
      {
        path: ['elements', 'v_day'],
        value: { type: 'assignment', name: 'Day', rows: [{ variable: 'day', expression: 'string(now())' }] },
      },
      { path: ['start'], value: 'v_day' },
      { path: ['connectors', 'k_day'], value: { from: 'v_day', to: 'q_problem' } },
    );
    const at = async (clock: string) => {
      const { out } = await waymark('run', path, '--answers', scratch.file('{"answers":[]}'), '--clock', clock);
      return (lines(out) as { variables: { day: string } }[])[0]?.variables.day;
    };
    expect(await at('2026-01-31T10:00:00Z')).toContain('2026-01-31T10:00:00');
    expect(await at('2026-01-31T12:00:00+02:00')).toContain('2026-01-31T10:00:00');
    expect(await at('2026-01-31T10:00')).toContain('2026-01-31T10:00:00');
    expect(await at('2026-01-31')).toContain('2026-01-31T00:00:00');
  });

  it.each(['noon', '5', '2026', '2026-02-30', '2026-13-01', 'Jan 5 2026', '2026-01-31T25:00'])(
    'takes no "%s" for a clock',
    async (clock) => {
      expect(await waymark('run', SEED, '--answers', scratch.file(''), '--clock', clock)).toMatchObject({
        code: 2,
        out: '',
      });
    },
  );

  it('is played in the terminal without answers, and tells what became of it with --json', async () => {
    const played = await given('3\n\n', 'run', SEED);
    expect(played.code).toBe(0);
    expect(played.out).toContain('  3  Technical support\n');
    expect(played.out).toContain('Ended: completed');
    const json = await given('nonsense\n2\nback\n1\n\n', 'run', SEED, '--json');
    expect(json.err).toContain('What type of problem do you have?');
    expect(lines(json.out)).toEqual([
      {
        at: 's_confirm',
        status: 'ended',
        outcome: 'completed',
        visited: ['q_problem', 'c_orders', 's_confirm', 'q_problem', 'c_billing', 's_confirm'],
        variables: { problem: 'billing' },
      },
    ]);
  });

  const drawn = (drawing: Drawing) => scratch.file(writeInteraction(draw(drawing)));
  const resultsOf = async (drawing: Drawing, ...sessions: object[]) => {
    const answers = scratch.file(sessions.map((session) => JSON.stringify(session)).join('\n'));
    return lines((await waymark('run', drawn(drawing), '--answers', answers)).out);
  };

  it('takes a list for a Question of many choices, by value or id, and an object for what has parts', async () => {
    const list = { type: 'list', items: { type: 'option' }, label: 'Colours' };
    const drawing: Drawing = {
      variables: { colors: list, fee: { type: 'money', label: 'Fee' } },
      elements: {
        q_colors: { text: text('Which?'), answer: { kind: 'many-choices', variable: 'colors' } },
        c_red: { label: text('Red'), value: 'red' },
        c_blue: { label: text('Blue'), value: 'blue' },
        q_fee: { text: text('How much?'), answer: { kind: 'money', variable: 'fee', currencies: ['EUR'] } },
      },
      connectors: ['q_colors.choices -> c_red', 'q_colors.choices -> c_blue', 'q_colors.next -> q_fee'],
    };
    const fee = { amount: '12.50', currency: 'EUR' };
    const expected = { at: 'q_fee', status: 'ended', variables: { colors: ['red', 'blue'], fee } };
    expect(
      await resultsOf(
        drawing,
        { answers: [['red', 'blue'], fee] },
        { answers: [['c_red', 'c_blue'], fee] },
        { answers: [['green']] },
      ),
    ).toEqual([
      expect.objectContaining(expected),
      expect.objectContaining(expected),
      expect.objectContaining({
        status: 'waiting',
        at: 'q_colors',
        error: expect.objectContaining({ element: 'q_colors' }),
      }),
    ]);
  });

  it('takes what comes of what is asked of the world outside from "effects", else the sample', async () => {
    const drawing: Drawing = {
      variables: { name: { type: 'text', label: 'Name' } },
      elements: {
        i_look: {
          connection: 'crm',
          method: 'GET',
          path: '/',
          inputs: [],
          outputs: [{ variable: 'name', value: 'response.name' }],
          sample: { name: 'Sample' },
        },
        e_failed: { outcome: 'not found' },
      },
      connectors: ['i_look.failed -> e_failed', 'i_look.timed_out -> e_failed'],
    };
    const effects = (given: object) => ({ answers: [], effects: { i_look: given } });
    expect(await resultsOf(drawing, { answers: [] }, effects({ name: 'Ann' }), effects({ status: 'failed' }))).toEqual([
      expect.objectContaining({ outcome: 'completed', variables: { name: 'Sample' } }),
      expect.objectContaining({ outcome: 'completed', variables: { name: 'Ann' } }),
      expect.objectContaining({ outcome: 'not found', variables: {} }),
    ]);
  });

  it('runs other Interactions that stand in the folder of --with', async () => {
    const inner = { id: 'int_inner', variables: { age: { type: 'number', label: 'Age', input: true } } };
    const outer: Drawing = { elements: { u_a: { interaction: 'int_inner', inputs: [], outputs: [], outcomes: [] } } };
    const folder = scratch.folderOf({
      'inner.interaction.json': writeInteraction(draw({ ...inner, elements: { s_in: { text: text('Hello') } } })),
      'readme.txt': 'Not an Interaction',
    });
    const path = drawn(outer);
    const answers = scratch.file('{"answers":[]}');
    expect(lines((await waymark('run', path, '--answers', answers, '--with', folder)).out)).toEqual([
      expect.objectContaining({ status: 'ended', visited: ['u_a', 'u_a/s_in'] }),
    ]);
    expect(await waymark('run', path, '--answers', answers)).toMatchObject({ code: 1 });
    expect(await waymark('test', path, '--with', folder, '--json')).toMatchObject({ code: 0 });
    const empty = scratch.folderOf({});
    expect(await waymark('check', path, '--with', folder)).toMatchObject({ code: 0 });
    expect((await waymark('check', path, '--with', empty)).out).toContain('sub-interaction.unknown');
    const broken = scratch.folderOf({ 'a.interaction.json': '{' });
    for (const command of ['run', 'check', 'test']) {
      const more = command === 'run' ? ['--answers', answers] : [];
      const said = await waymark(command, path, ...more, '--with', broken);
      expect(said).toMatchObject({ code: 2, out: '', err: expect.stringContaining('a.interaction.json:1:') });
      expect(await waymark(command, path, ...more, '--with', 'nowhere')).toMatchObject({ code: 2, out: '' });
    }
  });

  it('names the line of what is no session, behind the results of those before', async () => {
    const cases = {
      hello: 'not JSON',
      '["billing"]': 'no object',
      '{"answer":["billing"]}': '"answers"',
      '{"answers":"billing"}': '"answers"',
      '{"answers":[],"input":[]}': '"input"',
      '{"answers":[],"effects":[]}': '"effects"',
      [`{"answers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`]: 'nest deeper',
    };
    for (const [line, why] of Object.entries(cases)) {
      const answers = scratch.file(`{"answers":[]}\n\n${line}\n{"answers":[]}`);
      const said = await waymark('run', SEED, '--answers', answers);
      expect(said.code).toBe(2);
      expect(lines(said.out)).toHaveLength(1);
      expect(said.err).toMatch(new RegExp(`^.*:3: .*${why}.*\\n$`));
      expect(said.err).toContain(`${answers}:3: `);
    }
    expect(await waymark('run', SEED, '--answers', join(scratch.folder, 'no-such-file'))).toMatchObject({ code: 2 });
    expect(await waymark('run', SEED, SEED, '--answers', scratch.file(''))).toMatchObject({ code: 2 });
  });
});
