import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { JsonObject } from '#prelude/json.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { compileWith } from './library.ts';
import { runTests } from './run-tests.ts';
import { runScript, type Script } from './script.ts';

const say = (words: string) => ({ text: text(words) });
const ask = (variable: string) => ({ text: text(`${variable}?`), answer: { kind: 'short-text', variable } });
const typed = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, { type: 'text', label: key }]));

const LOOK_UP: JsonObject = {
  connection: 'crm',
  method: 'GET',
  path: '/customers/{number}',
  inputs: [],
  outputs: [{ variable: 'name', value: 'response.name' }],
  sample: { name: 'Sample' },
};

const customer: Drawing = {
  variables: typed('number', 'name'),
  elements: {
    q_number: ask('number'),
    i_look: LOOK_UP,
    s_hello: say('Hello {name}'),
    e_failed: { outcome: 'not found' },
    e_late: { outcome: 'too late' },
  },
  connectors: [
    'q_number -> i_look',
    'i_look.done -> s_hello',
    'i_look.failed -> e_failed',
    'i_look.timed_out -> e_late',
  ],
};

function run(drawing: Drawing, script: Script, others: readonly Drawing[] = []) {
  const library = others.map((other) => draw(other));
  const { events: _events, ...result } = runScript(compileWith(draw(drawing), library, catalog), script, 1_000);
  return result;
}

describe('a scripted session that asks the world outside', () => {
  it('gets the sample answer where nothing is given', () => {
    expect(run(customer, { answers: ['7'] })).toMatchObject({
      status: 'ended',
      visited: ['q_number', 'i_look', 's_hello'],
      variables: { number: '7', name: 'Sample' },
    });
  });

  it.each<[string, JsonObject, string | undefined, string]>([
    ['a body', { i_look: { name: 'Ann' } }, 'Ann', 'completed'],
    ['a result with a body', { i_look: { status: 'done', value: { name: 'Ann' } } }, 'Ann', 'completed'],
    ['a failure', { i_look: { status: 'failed', code: 'call.refused' } }, undefined, 'not found'],
    ['a time-out', { i_look: { status: 'timed-out' } }, undefined, 'too late'],
    ['nobody who waits', { i_look: { status: 'skipped' } }, undefined, 'not found'],
    ['a list of one', { i_look: [{ status: 'timed-out' }] }, undefined, 'too late'],
    ['a list that is over', { i_look: [] }, 'Sample', 'completed'],
  ])('takes %s that is given', (_what, effects, name, outcome) => {
    const { variables, outcome: ended } = run(customer, { answers: ['7'], effects });
    expect({ name: variables.name, outcome: ended }).toEqual({ name, outcome });
  });

  it('takes one result after the other where it asks again', () => {
    const again: Drawing = {
      ...customer,
      connectors: ['q_number -> i_look', 'i_look.failed -> q_number', 'i_look.done -> s_hello'],
    };
    const effects = { i_look: [{ status: 'failed' }, { status: 'failed' }, { name: 'Ann' }] };
    expect(run(again, { answers: ['1', '2', '3'], effects })).toMatchObject({
      variables: { number: '3', name: 'Ann' },
      visited: ['q_number', 'i_look', 'q_number', 'i_look', 'q_number', 'i_look', 's_hello'],
    });
  });

  it('stops where a check outside turns the answer down', () => {
    const verified: Drawing = {
      variables: typed('number'),
      elements: {
        q_number: {
          ...ask('number'),
          verify: { ...LOOK_UP, outputs: [], valid: 'response.found', message: text('Unknown') },
        },
      },
    };
    const effects = { q_number: [{ found: false }, { found: true }] };
    expect(run(verified, { answers: ['1'], effects })).toMatchObject({ status: 'waiting', at: 'q_number' });
    expect(run(verified, { answers: ['1', '2'], effects })).toMatchObject({
      status: 'ended',
      variables: { number: '2' },
    });
  });

  it('does not wait for time to pass, and takes over what is handed over', () => {
    const handed: Drawing = {
      variables: typed('name'),
      elements: {
        w_day: { until: { kind: 'duration', duration: 'P1D' } },
        x_team: { to: { kind: 'team', team: 'second_line' } },
        q_name: ask('name'),
      },
      connectors: ['w_day -> x_team', 'x_team -> q_name'],
    };
    expect(run(handed, { answers: ['Ann'] })).toMatchObject({ status: 'ended', variables: { name: 'Ann' } });
  });

  it('ends an Interaction that asks for ever', () => {
    const endless: Drawing = {
      elements: { i_look: { ...LOOK_UP, path: '/', outputs: [] } },
      connectors: ['i_look -> i_look'],
    };
    expect(run(endless, { answers: [] })).toMatchObject({
      status: 'failed',
      error: { code: 'engine.too-many-visits' },
    });
  });
});

describe('a scripted session that runs other Interactions', () => {
  const parent: Drawing = {
    variables: typed('number'),
    elements: {
      u_who: {
        interaction: 'int_who',
        outcomes: [],
        inputs: [],
        outputs: [{ variable: 'number', value: 'result.name' }],
      },
      s_end: say('Done'),
    },
    connectors: ['u_who -> s_end'],
  };
  const who: Drawing = { id: 'int_who', variables: typed('name'), elements: { q_name: ask('name') } };

  it('names what was visited in them by their callers, and shows only its own values', () => {
    expect(run(parent, { answers: ['Ann'] }, [who])).toEqual({
      at: 's_end',
      status: 'ended',
      outcome: 'completed',
      visited: ['u_who', 'u_who/q_name', 's_end'],
      variables: { number: 'Ann' },
    });
  });

  it('says so where one is missing', () => {
    expect(run(parent, { answers: ['Ann'] })).toMatchObject({
      status: 'failed',
      error: { code: 'engine.sub-missing', element: 'u_who' },
    });
  });
});

describe('a test in the file', () => {
  it('may say what comes of calls, and answer pages of other Interactions', () => {
    const tests = {
      t_found: {
        name: 'Found',
        answers: [{ at: 'q_number', answer: '7' }],
        effects: { i_look: { name: 'Ann' } },
        expect: { outcome: 'completed', variables: { name: 'Ann' } },
      },
      t_lost: {
        name: 'Lost',
        answers: [{ at: 'q_number', answer: '7' }],
        effects: { i_look: { status: 'failed' } },
        expect: { outcome: 'completed' },
      },
    };
    const { results, coverage } = runTests(compileWith(draw({ ...customer, tests }), [], catalog), 0);
    expect(results.map(({ id, passed }) => [id, passed])).toEqual([
      ['t_found', true],
      ['t_lost', false],
    ]);
    expect(coverage.exits.missing).toContain('i_look.timed_out');
  });
});
