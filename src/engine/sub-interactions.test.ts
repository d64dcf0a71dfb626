import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { Agent, ask, say, texts } from '#test/engine/agent.ts';
import type { Drawing } from '#test/factories/draw.ts';

const run = (interaction: string, more: JsonObject = {}): JsonObject => ({
  interaction,
  outcomes: [],
  inputs: [],
  outputs: [],
  ...more,
});

/** Asks for name and birthday; ends as `unknown` for Eve. */
const identity: Drawing = {
  id: 'int_identity',
  variables: texts('name', 'birthday', 'greeting'),
  elements: {
    q_name: ask('name'),
    q_birthday: ask('birthday'),
    d_known: { rules: [{ id: 'eve', label: 'Eve', when: 'name = "Eve"' }] },
    e_unknown: { outcome: 'unknown' },
    s_hello: say('{greeting} {name}'),
  },
  connectors: [
    'q_name -> q_birthday',
    'q_birthday -> d_known',
    'd_known.eve -> e_unknown',
    'd_known.otherwise -> s_hello',
  ],
};

const parent: Drawing = {
  variables: texts('caller', 'reason', 'name'),
  elements: {
    q_reason: ask('reason'),
    u_who: run('int_identity', {
      outcomes: [{ id: 'nobody', outcome: 'unknown', label: 'Unknown' }],
      inputs: [{ variable: 'greeting', value: '"Dear"' }],
      outputs: [{ variable: 'caller', value: 'result.name + ", " + outcome' }],
    }),
    s_done: say('Bye {caller}'),
    s_unknown: say('Sorry {caller}'),
  },
  connectors: ['q_reason -> u_who', 'u_who.otherwise -> s_done', 'u_who.nobody -> s_unknown'],
};

function asked() {
  const agent = new Agent(parent, { library: [identity] });
  agent.answers('fault');
  return agent;
}

describe('a called Interaction', () => {
  it('runs with variables of its own, and hands over what is wanted of it', () => {
    const agent = asked();
    expect(agent.at).toBe('u_who/q_name');
    agent.answers('Ann');
    agent.answers('May 1');
    expect(agent.page).toMatchObject({
      element: 'u_who/s_hello',
      part: { text: [{ children: [{ text: 'Dear' }, {}, { text: 'Ann' }] }] },
    });
    expect(agent.variables).toEqual({ reason: 'fault' });
    agent.answers();
    expect(agent.at).toBe('s_done');
    expect(agent.variables).toEqual({ reason: 'fault', caller: 'Ann, completed' });
    expect(Object.keys(agent.state.variables)).toEqual(['reason', 'caller']);
  });

  it('leads on by how it ended', () => {
    const agent = asked();
    agent.answers('Eve');
    agent.answers('May 1');
    expect(agent.at).toBe('s_unknown');
    expect(agent.variables.caller).toBe('Eve, unknown');
  });

  it('stays open as a visit of its caller, with all the time that it takes', () => {
    const agent = asked();
    agent.waits(5);
    agent.answers('Ann');
    agent.sends({ kind: 'pause' });
    agent.waits(100);
    agent.sends({ kind: 'resume' });
    agent.waits(7);
    agent.answers('May 1');
    agent.answers();
    expect(agent.visits.slice(1)).toEqual([
      'u_who otherwise 12000+0',
      'u_who/q_name next 5000+0',
      'u_who/q_birthday next 7000+0',
      'u_who/d_known otherwise 0+0',
      'u_who/s_hello end 0+0',
      's_done null 0+0',
    ]);
  });

  it('is not charged for what was paused while it waited for the world outside', () => {
    const inner: Drawing = {
      id: 'int_inner',
      elements: {
        i_look: { connection: 'crm', method: 'GET', path: '/', inputs: [], outputs: [] },
        s_found: say('Found'),
      },
      connectors: ['i_look.done -> s_found'],
    };
    const agent = new Agent({ elements: { u_a: run('int_inner') } }, { library: [inner] });
    agent.sends({ kind: 'pause' });
    agent.waits(100);
    agent.hears({});
    expect(agent.at).toBe('paused at u_a/s_found');
    agent.waits(100);
    agent.sends({ kind: 'resume' });
    agent.waits(5);
    agent.answers();
    expect(agent.visits).toEqual(['u_a end 5000+0', 'u_a/i_look done 0+0', 'u_a/s_found end 5000+0']);
  });

  it('whose way on leads nowhere fails where it was called, and leaves each visit once', () => {
    const agent = new Agent({ ...parent, connectors: ['q_reason -> u_who'] }, { library: [identity] });
    for (const answer of ['fault', 'Ann', 'May 1', undefined]) agent.answers(answer);
    expect(agent.state).toMatchObject({ at: 'u_who', error: { code: 'engine.exit-not-connected', element: 'u_who' } });
    const left = agent.events.flatMap((event) => (event.kind === 'element-left' ? [event.element] : []));
    expect(left).toEqual(['q_reason', 'u_who/q_name', 'u_who/q_birthday', 'u_who/d_known', 'u_who/s_hello', 'u_who']);
  });

  it('is gone back within, out of, and into again from behind it', () => {
    const agent = asked();
    agent.answers('Ann');
    agent.goesBack();
    expect(agent.at).toBe('u_who/q_name');
    expect(agent.suggested).toBe('Ann');
    agent.goesBack();
    expect(agent.at).toBe('q_reason');
    expect(agent.state.variables).toEqual({});
    agent.answers('fault');
    expect(agent.at).toBe('u_who/q_name');
    agent.answers('Ann');
    agent.answers('May 1');
    agent.answers();
    agent.goesBack();
    expect(agent.at).toBe('u_who/s_hello');
    agent.goesBack();
    expect(agent.at).toBe('u_who/q_birthday');
    expect(agent.suggested).toBe('May 1');
    expect(agent.state.variables).toEqual({ reason: 'fault', 'u_who/greeting': 'Dear', 'u_who/name': 'Ann' });
    agent.answers('June 2');
    expect(agent.page).toMatchObject({ element: 'u_who/s_hello' });
    agent.answers();
    expect(agent.variables).toEqual({ reason: 'fault', caller: 'Ann, completed' });
  });

  it('called twice, is left when its earlier call is gone back into, and only then', () => {
    const twice: Drawing = {
      ...parent,
      elements: { ...parent.elements, q_reason: ask('reason') },
      connectors: ['q_reason -> u_who', 'u_who.otherwise -> q_reason', 'u_who.nobody -> s_unknown'],
    };
    const agent = new Agent(twice, { library: [identity] });
    for (const answer of ['fault', 'Ann', 'May 1']) agent.answers(answer);
    agent.answers();
    for (const answer of ['another', 'Bob']) agent.answers(answer);
    const [first] = agent.page?.trail.filter(({ element }) => element === 'u_who/q_birthday') ?? [];
    expect(agent.sends({ kind: 'back', to: first?.n ?? 0 })).toBe('done');
    expect(agent.visits.filter((visit) => visit.startsWith('u_who '))).toEqual([
      'u_who otherwise 0+0',
      'u_who back 0+0',
      'u_who null 0+0',
    ]);
    // Within the call that was come back into, there is nothing to leave.
    agent.answers('May 2');
    agent.sends({ kind: 'back' });
    agent.sends({ kind: 'back' });
    expect(agent.at).toBe('u_who/q_name');
    expect(agent.visits.filter((visit) => visit.startsWith('u_who '))).toHaveLength(3);
  });

  it('shows its pages in the trail', () => {
    const agent = asked();
    agent.answers('Ann');
    expect(agent.page?.trail).toMatchObject([
      { element: 'q_reason', answer: 'fault' },
      { element: 'u_who/q_name', answer: 'Ann' },
    ]);
  });

  it('may be begun in by a preview', () => {
    const agent = new Agent(parent, { library: [identity], at: 'u_who/q_birthday' });
    expect(agent.path).toEqual(['u_who', 'u_who/q_birthday']);
    agent.answers('May 1');
    agent.answers();
    expect(agent.at).toBe('s_done');
  });

  it('ends the whole session when somebody quits in it', () => {
    const agent = asked();
    agent.sends({ kind: 'quit' });
    expect(agent.state).toMatchObject({ status: 'ended', outcome: 'quit' });
    expect(agent.visits).toEqual(['q_reason next 0+0', 'u_who quit 0+0', 'u_who/q_name quit 0+0']);
  });

  it('that times out is gone on with where it stood', () => {
    const agent = asked();
    agent.answers('Ann');
    agent.sends({ kind: 'expire' });
    agent.sends({ kind: 'resume' });
    expect(agent.at).toBe('u_who/q_birthday');
    agent.answers('May 1');
    agent.answers();
    expect(agent.variables.caller).toBe('Ann, completed');
  });

  it('may hand the session over and go on in the middle', () => {
    const other: Drawing = {
      ...identity,
      elements: { ...identity.elements, x_team: { to: { kind: 'team', team: 'a' } } },
    };
    const agent = new Agent(parent, {
      library: [{ ...other, connectors: ['q_name -> x_team', 'x_team -> q_birthday'] }],
    });
    agent.answers('fault');
    agent.answers('Ann');
    expect(agent.at).toBe('paused at u_who/q_birthday');
    agent.sends({ kind: 'resume' });
    agent.answers('May 1');
    expect(agent.at).toBe('s_done');
  });

  it('that was jumped out of is begun anew when it is called again', () => {
    const elements = { ...parent.elements, s_side: say('Aside', { entryPoint: true }) };
    const agent = new Agent(
      { ...parent, elements, connectors: [...(parent.connectors ?? []), 's_side -> q_reason'] },
      { library: [identity] },
    );
    agent.answers('fault');
    agent.answers('Ann');
    agent.jumps('s_side');
    agent.answers();
    agent.answers('bill');
    expect(agent.at).toBe('u_who/q_name');
    expect(agent.state.variables).not.toHaveProperty('u_who/name');
  });

  it('is returned to from a jump where it stood', () => {
    const elements = { ...parent.elements, s_side: say('Aside', { entryPoint: true }) };
    const agent = new Agent({ ...parent, elements }, { library: [identity] });
    agent.answers('fault');
    agent.answers('Ann');
    agent.jumps('s_side');
    expect(agent.page?.returns).toMatchObject({ element: 'u_who/q_birthday' });
    agent.answers();
    expect(agent.at).toBe('u_who/q_birthday');
    agent.answers('May 1');
    agent.answers();
    expect(agent.variables.caller).toBe('Ann, completed');
  });
});

describe('Interactions that call each other', () => {
  const nested = (id: string, next: string): Drawing => ({
    id,
    elements: { s_in: say(`In ${id}`), u_next: run(next), s_out: say(`Out of ${id}`) },
    connectors: ['s_in -> u_next', 'u_next -> s_out'],
  });

  it('come back through all of them', () => {
    const last: Drawing = { id: 'int_c', elements: { s_in: say('In the last') } };
    const agent = new Agent(nested('int_a', 'int_b'), { library: [nested('int_b', 'int_c'), last] });
    agent.answers();
    agent.answers();
    expect(agent.at).toBe('u_next/u_next/s_in');
    agent.answers();
    expect(agent.at).toBe('u_next/s_out');
    agent.answers();
    expect(agent.at).toBe('s_out');
    agent.goesBack();
    agent.goesBack();
    expect(agent.at).toBe('u_next/u_next/s_in');
    agent.answers();
    agent.answers();
    agent.answers();
    expect(agent.state).toMatchObject({ status: 'ended', outcome: 'completed' });
  });

  it('may call themselves, as deep as the limit', () => {
    const agent = new Agent(nested('int_a', 'int_a'));
    for (let depth = 0; depth < LIMITS.callDepth; depth++) expect(agent.answers()).toBe('done');
    expect(agent.at).toBe(`${'u_next/'.repeat(LIMITS.callDepth)}s_in`);
    agent.answers();
    expect(agent.state).toMatchObject({ status: 'failed', error: { code: 'engine.too-deep' } });
    expect(agent.visits.filter((visit) => visit.includes('null'))).toEqual([]);
  });

  it('without a page between them come to an end, too', () => {
    const agent = new Agent({ id: 'int_a', elements: { u_a: run('int_a') } });
    expect(agent.state).toMatchObject({ status: 'failed', error: { code: 'engine.too-deep' } });
  });

  it('fail where one of them is not there', () => {
    const agent = new Agent({ elements: { u_a: run('int_nowhere') } });
    expect(agent.state.error).toMatchObject({ code: 'engine.sub-missing', message: expect.stringContaining('u_a') });
  });
});
