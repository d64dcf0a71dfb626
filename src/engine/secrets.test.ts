import { describe, expect, it } from 'vitest';
import { ANSWER_KINDS } from '#contract/answers/answer-kinds.ts';
import { MASK } from '#contract/answers/mask.ts';
import type { JsonObject } from '#prelude/json.ts';
import { Agent, ask, say, texts } from '#test/engine/agent.ts';
import { type Drawing, text } from '#test/factories/draw.ts';

const PIN = '4711-never-written';

/** Asks for a PIN, verifies it outside, and goes on by it. */
const drawing: Drawing = {
  variables: {
    ...texts('name'),
    pin: { type: 'text', label: 'PIN', privacy: 'secret' },
    hint: { type: 'text', label: 'Hint' },
    known: { type: 'boolean', label: 'Known' },
  },
  elements: {
    q_name: ask('name'),
    q_pin: ask('pin'),
    s_wait: say('Your PIN is {pin}, {name}'),
    v_hint: { rows: [{ variable: 'hint', expression: 'pin + "!"' }] },
    i_verify: {
      connection: 'crm',
      method: 'POST',
      path: '/verify',
      inputs: [{ name: 'pin', value: 'pin', in: 'body' }],
      outputs: [{ variable: 'known', value: 'response.known' }],
    },
    d_pin: { rules: [{ id: 'long', label: 'Long', when: 'string length(pin) > 5 and hint != null' }] },
    s_long: say('Long'),
    s_short: say('Short'),
  },
  connectors: [
    'q_name -> q_pin',
    'q_pin -> s_wait',
    's_wait -> v_hint',
    'v_hint -> i_verify',
    'i_verify.done -> d_pin',
    'i_verify.failed -> s_short',
    'i_verify.timed_out -> s_short',
    'd_pin.long -> s_long',
    'd_pin.otherwise -> s_short',
  ],
};

function told() {
  const agent = new Agent(drawing);
  agent.answers('Ann');
  agent.answers(PIN);
  return agent;
}

describe('a secret', () => {
  it('is used but written down nowhere', () => {
    const agent = told();
    expect(JSON.stringify(agent.page?.part.text)).toContain(MASK);
    agent.answers();
    expect(agent.at).toBe('i_verify');
    expect(agent.events.at(-1)).toMatchObject({ request: { body: { pin: { $secret: 'pin' } } } });
    agent.hears({ known: true });
    expect(agent.at).toBe('s_long');
    expect(agent.written).not.toContain(PIN);
    expect(agent.variables).toEqual({ name: 'Ann', known: true });
  });

  it('makes secret what is made of it', () => {
    const agent = told();
    agent.answers();
    expect(agent.state.secrets).toEqual({ pin: 'q_pin', hint: 'v_hint' });
    expect(agent.events).toContainEqual(
      expect.objectContaining({
        kind: 'variable-set',
        key: 'hint',
        secret: true,
        cause: expect.objectContaining({ read: { pin: MASK } }),
      }),
    );
  });

  it('stands in no text of a page, nor does what was made of it', () => {
    const agent = new Agent({ ...drawing, elements: { ...drawing.elements, s_long: say('Hint: {hint}') } });
    agent.answers('Ann');
    agent.answers(PIN);
    agent.answers();
    agent.hears({ known: true });
    expect(JSON.stringify(agent.page?.part.text)).toContain(MASK);
  });

  it('is secret again, or no more, when somebody goes back to where it was so', () => {
    const agent = new Agent({
      variables: drawing.variables ?? {},
      elements: {
        q_pin: ask('pin'),
        q_open: ask('hint'),
        s_open: say('Open'),
        v_hint: { rows: [{ variable: 'hint', expression: 'pin + "!"' }] },
        s_secret: say('Secret'),
        q_again: ask('hint'),
        s_end: say('Open again'),
      },
      connectors: [
        'q_pin -> q_open',
        'q_open -> s_open',
        's_open -> v_hint',
        'v_hint -> s_secret',
        's_secret -> q_again',
        'q_again -> s_end',
      ],
    });
    for (const answer of [PIN, 'open', undefined, undefined]) agent.answers(answer);
    expect(agent.at).toBe('q_again');
    agent.answers('open again');
    // An answer is made of nothing secret, whatever its variable held before.
    expect(agent.events).toContainEqual(expect.objectContaining({ kind: 'answer-given', answer: 'open again' }));
    expect([agent.variables, agent.state.secrets]).toEqual([{ hint: 'open again' }, { pin: 'q_pin' }]);
    agent.goesBack();
    expect([agent.variables, agent.state.secrets]).toEqual([{}, { pin: 'q_pin', hint: 'v_hint' }]);
    agent.goesBack();
    agent.goesBack();
    expect(agent.at).toBe('s_open');
    expect([agent.variables, agent.state.secrets]).toEqual([{ hint: 'open' }, { pin: 'q_pin' }]);
  });

  it('that somebody went back behind is known to no expression any more, though memory still holds it', () => {
    const agent = new Agent({
      variables: { ...drawing.variables, code: { type: 'text', label: 'Code', privacy: 'secret' } },
      elements: {
        q_code: ask('code'),
        q_name: ask('name'),
        d_known: { rules: [{ id: 'yes', label: 'Yes', when: 'pin != null and code != null' }] },
        s_known: say('Known'),
        q_pin: ask('pin'),
      },
      connectors: [
        'q_code -> q_name',
        'q_name -> d_known',
        'd_known.yes -> s_known',
        'd_known.otherwise -> q_pin',
        'q_pin -> d_known',
      ],
    });
    for (const answer of ['1234', 'Ann', PIN]) agent.answers(answer);
    expect(agent.at).toBe('s_known');
    for (let page = 0; page < 2; page++) agent.goesBack();
    expect(agent.at).toBe('q_name');
    agent.answers('Bea');
    expect(agent.at).toBe('q_pin');
  });

  it('that is one field of a form stands in no answer, whatever its kind', () => {
    const field = (variable: string): JsonObject => ({
      kind: 'field',
      label: text(variable),
      answer: { kind: 'short-text', variable },
    });
    const agent = new Agent({
      variables: drawing.variables ?? {},
      elements: {
        f_all: { type: 'form', text: text('All'), sections: [{ columns: 1, items: [field('name'), field('pin')] }] },
        s_end: say('Bye'),
      },
      connectors: ['f_all -> s_end'],
    });
    agent.answers({ name: 'Ann', pin: PIN });
    expect(agent.at).toBe('s_end');
    expect(agent.events).toContainEqual(expect.objectContaining({ kind: 'answer-given', answer: { name: 'Ann' } }));
    expect(agent.written).not.toContain(PIN);
  });

  it.each(ANSWER_KINDS.map((kind) => [kind.kind, kind] as const))(
    'that is asked for by the kind %s is said to be one, so that no player writes it down',
    (_name, kind) => {
      const answer = kind.defaults('pin') as unknown as JsonObject;
      const fieldsOf = (drawn: JsonObject) =>
        new Agent({ variables: drawing.variables ?? {}, elements: { q_pin: drawn } }).page?.part.fields;
      const alone = fieldsOf({ type: 'question', text: text('PIN?'), answer });
      expect(alone).toMatchObject([{ name: 'answer', secret: true }]);
      const items = [
        { kind: 'field', label: text('PIN'), answer },
        { kind: 'field', label: text('Name'), answer: { kind: 'short-text', variable: 'name' } },
      ];
      const form = fieldsOf({ type: 'form', text: text('All'), sections: [{ columns: 1, items }] });
      expect(form?.map(({ name, secret }) => [name, secret ?? false])).toEqual([
        ['pin', true],
        ['name', false],
      ]);
    },
  );

  it('that picked rows are is said to be one, too', () => {
    const agent = new Agent({
      variables: { rows: { type: 'record', label: 'Rows', privacy: 'secret' } },
      elements: {
        t_rows: {
          type: 'table',
          text: text('Which?'),
          list: '[{name: "a"}]',
          columns: [{ field: 'name', label: text('Name') }],
          pick: 'one',
          variable: 'rows',
        },
      },
    });
    expect(agent.page?.part.fields).toMatchObject([{ secret: true }]);
  });

  it('is asked for again where it is needed and memory has lost it', () => {
    const agent = told();
    agent.losesMemory();
    expect(JSON.stringify(agent.page?.part.text)).toContain(MASK);
    expect(agent.answers()).toBe('done');
    expect(agent.at).toBe('q_pin');
    expect(agent.events).toContainEqual(expect.objectContaining({ kind: 'jumped', to: 'q_pin', again: true }));
    expect(agent.page?.returns).toBeUndefined();
    agent.answers('1234567');
    agent.answers();
    agent.hears({ known: true });
    expect(agent.at).toBe('s_long');
  });

  it('is asked for again when a call comes back to those who have lost it', () => {
    const agent = told();
    agent.answers();
    agent.losesMemory();
    expect(agent.hears({ known: true })).toBe('done');
    expect(agent.at).toBe('q_pin');
    expect(agent.variables).toMatchObject({ known: true });
  });

  it('is not asked for again where nobody needs it', () => {
    const agent = told();
    agent.losesMemory();
    agent.goesBack();
    agent.goesBack();
    expect(agent.at).toBe('q_name');
    expect(agent.state.secrets).toBeUndefined();
  });

  it('is suggested to nobody who comes back to its question, and given again by nobody', () => {
    const agent = told();
    agent.goesBack();
    expect(agent.at).toBe('q_pin');
    expect(agent.suggested).toBeUndefined();
    expect(agent.goesForward()).toBe('answer.refused');
    expect(agent.written).not.toContain(PIN);
  });

  it('cannot be given at the start, where it would be written down', () => {
    expect(() => new Agent(drawing, { variables: { pin: PIN } })).toThrow('start.wrong-value');
  });

  it('that a check of an answer, or a button, needs is asked for again as well', () => {
    const buttons = [
      {
        id: 'b_a',
        label: text('Use it'),
        action: {
          kind: 'call',
          connection: 'crm',
          method: 'POST',
          path: '/',
          inputs: [{ name: 'pin', value: 'pin', in: 'body' }],
          outputs: [{ variable: 'hint', value: 'pin + response.more' }],
        },
      },
    ];
    const check = { when: 'name != pin', message: text('Not the PIN') };
    const agent = new Agent({
      variables: drawing.variables ?? {},
      elements: {
        q_pin: ask('pin'),
        q_name: { text: text('name?'), answer: { kind: 'short-text', variable: 'name', check }, buttons },
      },
      connectors: ['q_pin -> q_name'],
    });
    agent.answers(PIN);
    expect(agent.answers(PIN)).toBe('answer.refused');
    agent.presses('b_a');
    agent.losesMemory();
    expect(agent.hears({ more: '!' })).toBe('done');
    expect(agent.at).toBe('q_pin');
    agent.answers(PIN);
    agent.losesMemory();
    agent.presses('b_a');
    expect(agent.at).toBe('q_pin');
    agent.answers(PIN);
    agent.losesMemory();
    agent.answers('Ann');
    expect(agent.at).toBe('q_pin');
    expect(agent.written).not.toContain(PIN);
  });

  it('of a called Interaction is gone when that is over; one that its caller needs afterwards is asked for again', () => {
    const inner: Drawing = {
      id: 'int_inner',
      variables: { pin: { type: 'text', label: 'PIN', privacy: 'secret' } },
      elements: { q_code: ask('pin') },
    };
    const agent = new Agent(
      {
        variables: drawing.variables ?? {},
        elements: {
          q_pin: ask('pin'),
          u_a: {
            interaction: 'int_inner',
            outcomes: [],
            inputs: [],
            outputs: [{ variable: 'known', value: 'pin = "x"' }],
          },
          s_end: say('Done'),
        },
        connectors: ['q_pin -> u_a', 'u_a -> s_end'],
      },
      { library: [inner] },
    );
    agent.answers(PIN);
    expect(agent.at).toBe('u_a/q_code');
    agent.answers(`${PIN} of the inner one`);
    expect(agent.at).toBe('s_end');
    expect(agent.state.secrets).toEqual({ pin: 'q_pin', known: 'u_a' });
    agent.goesBack();
    agent.losesMemory();
    agent.answers(PIN);
    expect(agent.at).toBe('q_pin');
    expect(agent.visits.filter((visit) => visit.includes('null'))).toHaveLength(1);
    expect(agent.written).not.toContain(PIN);
  });
});
