import { describe, expect, it } from 'vitest';
import type { Command } from '#contract/command.ts';
import { catalog } from '#elements/catalog.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { decide } from './decide.ts';
import { pageOf } from './page.ts';
import { compile } from './program.ts';
import { start } from './start.ts';
import { visitsOf } from './visits.ts';

/** A session as its agent lives it: answers, goes back, waits. */
function call(drawing: Drawing, options: { variables?: JsonObject; at?: string } = {}) {
  const program = compile(draw(drawing), catalog);
  let now = 0;
  const began = start(
    program,
    { client: 'agent', variables: options.variables ?? {}, ...(options.at ? { at: options.at as ElementId } : {}) },
    now,
  );
  if (!began.ok) return { refused: began.error.code } as never;
  let { state } = began.value;
  const events = [...began.value.events];
  const send = (command: Command) => {
    const decided = decide(program, state, command, now);
    if (!decided.ok) return decided.error.code;
    events.push(...decided.value.events);
    state = decided.value.state;
    return 'done';
  };
  return {
    answers: (value?: Json) => send(value === undefined ? { kind: 'answer' } : { kind: 'answer', value }),
    sends: send,
    waits: (seconds: number) => {
      now += seconds * 1000;
    },
    page: () => pageOf(program, state),
    state: () => state,
    visits: () =>
      visitsOf('ses_a' as never, events).map(
        ({ element, exit, active, idle }) => `${element} ${exit} ${active}+${idle}`,
      ),
    events: () => events,
  };
}

const ask = (variable: string) => ({ text: text(`${variable}?`), answer: { kind: 'short-text', variable } });
const declared = (...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, { type: 'text', label: key, input: true }]));
const three: Drawing = {
  variables: declared('a', 'b', 'c'),
  elements: { q_a: ask('a'), q_b: ask('b'), q_c: ask('c') },
  connectors: ['q_a -> q_b', 'q_b -> q_c'],
};

describe('going back', () => {
  it('shows the earlier answer, unsets what was set since, and keeps later answers as suggestions', () => {
    const agent = call(three);
    agent.answers('one');
    agent.answers('two');
    expect(agent.sends({ kind: 'back', to: 1 })).toBe('done');
    expect(agent.state().variables).toEqual({});
    expect(agent.page()?.part.fields[0]?.value).toBe('one');
    agent.answers('uno');
    expect(agent.page()).toMatchObject({ element: 'q_b', part: { fields: [{ value: 'two' }] } });
    expect(agent.state().variables).toEqual({ a: 'uno' });
  });

  it('brings back values that were overwritten', () => {
    const agent = call(
      {
        variables: { n: { type: 'number', label: 'N', input: true }, a: { type: 'text', label: 'A' } },
        elements: { s_a: { text: text('x') }, v_b: { rows: [{ variable: 'n', expression: 'n + 1' }] }, q_a: ask('a') },
        connectors: ['s_a -> v_b', 'v_b -> q_a'],
      },
      { variables: { n: 7 } },
    );
    agent.answers();
    expect(agent.state().variables).toEqual({ n: 8 });
    agent.sends({ kind: 'back' });
    expect(agent.state().variables).toEqual({ n: 7 });
    expect(agent.page()?.element).toBe('s_a');
  });

  it('skips elements that nobody sees, and counts both visits', () => {
    const agent = call(three);
    agent.waits(5);
    agent.answers('one');
    agent.waits(3);
    agent.sends({ kind: 'back' });
    agent.waits(2);
    agent.answers('two');
    expect(agent.visits()).toEqual(['q_a next 5000+0', 'q_b back 3000+0', 'q_a next 2000+0', 'q_b null 0+0']);
  });

  it('is refused on the first page, and to a page that is no longer on the path', () => {
    const agent = call(three);
    expect(agent.sends({ kind: 'back' })).toBe('back.nothing-before');
    agent.answers('one');
    expect(agent.sends({ kind: 'back', to: 9 })).toBe('back.not-on-path');
  });

  it('reaches back a bounded way in a loop that somebody goes round for ever', () => {
    const agent = call({
      variables: declared('a', 'b'),
      elements: { q_a: ask('a'), q_b: ask('b') },
      connectors: ['q_a -> q_b', 'q_b -> q_a'],
    });
    for (let round = 0; round < 300; round++) agent.answers(`${round}`);
    expect(agent.state().trail).toHaveLength(LIMITS.trail);
    expect(agent.sends({ kind: 'back', to: 1 })).toBe('back.not-on-path');
    expect(agent.sends({ kind: 'back', to: agent.page()?.trail[0]?.n ?? 0 })).toBe('done');
    expect(agent.page()?.trail).toEqual([]);
  });

  it('shows the trail of answers as it led here', () => {
    const agent = call(three);
    agent.answers('one');
    agent.answers('two');
    expect(agent.page()?.trail).toEqual([
      { n: 1, element: 'q_a', name: 'q_a', answer: 'one' },
      { n: 2, element: 'q_b', name: 'q_b', answer: 'two' },
    ]);
  });
});

describe('jumping', () => {
  const withEntry: Drawing = {
    ...three,
    elements: { ...three.elements, s_bye: { text: text('Bye'), entryPoint: true } },
  };

  it('leads to an entry point from anywhere, and to an earlier page', () => {
    const agent = call(withEntry);
    agent.answers('one');
    expect(agent.sends({ kind: 'jump', to: 's_bye' as ElementId })).toBe('done');
    expect(agent.page()?.element).toBe('s_bye');
    expect(agent.sends({ kind: 'jump', to: 'q_a' as ElementId })).toBe('done');
    expect(agent.page()).toMatchObject({ element: 'q_a', trail: [] });
  });

  it('leads nowhere else', () => {
    const agent = call(withEntry);
    for (const to of ['q_c', 'nobody', '__proto__'])
      expect(agent.sends({ kind: 'jump', to: to as ElementId })).toBe('jump.not-allowed');
  });
});

describe('time on a page', () => {
  it('leaves out what was paused, and never exceeds what really passed', () => {
    const agent = call(three);
    agent.waits(10);
    agent.sends({ kind: 'pause', reason: 'lunch' });
    expect(agent.answers('one')).toBe('session.not-waiting');
    agent.waits(3600);
    agent.sends({ kind: 'resume' });
    agent.waits(5);
    agent.sends({ kind: 'answer', value: 'one', active: 999_999, idle: 999_999 });
    agent.waits(4);
    agent.sends({ kind: 'answer', value: 'two', active: 1000, idle: 2000 });
    expect(agent.visits().slice(0, 2)).toEqual(['q_a next 15000+0', 'q_b next 1000+2000']);
  });

  it('counts a call that times out, and its resumption as a visit of its own', () => {
    const agent = call(three);
    agent.waits(60);
    agent.sends({ kind: 'expire' });
    expect(agent.state()).toMatchObject({ status: 'ended', outcome: 'timed-out' });
    expect(agent.answers('late')).toBe('session.over');
    agent.waits(600);
    expect(agent.sends({ kind: 'resume' })).toBe('done');
    expect(agent.page()?.element).toBe('q_a');
    agent.waits(1);
    agent.answers('one');
    expect(agent.visits().slice(0, 2)).toEqual(['q_a expired 60000+0', 'q_a next 1000+0']);
  });
});

describe('a page that was broken off', () => {
  it('was not passed: going back leads to the page before it', () => {
    const agent = call(three);
    agent.answers('one');
    agent.sends({ kind: 'expire' });
    agent.sends({ kind: 'resume' });
    agent.sends({ kind: 'transfer', to: { team: 'second_line' } });
    agent.sends({ kind: 'resume' });
    expect(agent.page()?.trail.map(({ element }) => element)).toEqual(['q_a']);
    agent.sends({ kind: 'back' });
    expect(agent.page()).toMatchObject({ element: 'q_a', trail: [] });
    expect(agent.sends({ kind: 'back' })).toBe('back.nothing-before');
  });
});

describe('notes', () => {
  it('stand with the page they were made on, and empty ones are refused', () => {
    const agent = call(three);
    agent.answers('one');
    expect(agent.sends({ kind: 'note', text: ' Call back after five ' })).toBe('done');
    expect(agent.sends({ kind: 'note', text: ' ' })).toBe('note.empty');
    expect(agent.sends({ kind: 'note', text: 'x'.repeat(10_001) })).toBe('note.too-long');
    expect(agent.page()?.notes).toMatchObject([{ element: 'q_b', n: 2, text: 'Call back after five' }]);
  });
});

describe('ending', () => {
  it('by quitting says so, with the reason, and then nothing more happens', () => {
    const agent = call(three);
    agent.sends({ kind: 'quit', reason: 'Hung up' });
    expect(agent.state()).toMatchObject({ status: 'ended', outcome: 'quit' });
    expect(agent.events().at(-1)).toMatchObject({ kind: 'ended', reason: 'Hung up' });
    for (const command of [{ kind: 'answer' }, { kind: 'back' }, { kind: 'resume' }, { kind: 'quit' }] as const) {
      expect(agent.sends(command)).toBe('session.over');
    }
    expect(agent.page()).toBeNull();
  });

  it('in a cycle that never waits is a coded failure, not a hang', () => {
    const agent = call({
      variables: { n: { type: 'number', label: 'N' } },
      elements: { v_a: { rows: [{ variable: 'n', expression: '1' }] } },
      connectors: ['v_a -> v_a'],
    });
    expect(agent.state()).toMatchObject({ status: 'failed', error: { code: 'engine.too-many-steps', element: 'v_a' } });
  });

  it('at a decision that leads nowhere names the exit', () => {
    const agent = call({ elements: { d_a: { rules: [] } } });
    expect(agent.state().error).toMatchObject({
      code: 'engine.exit-not-connected',
      message: expect.stringContaining('Otherwise'),
    });
  });
});

describe('starting', () => {
  it('refuses variables that are not there and values of another type', () => {
    expect(call(three, { variables: { z: 'x' } })).toEqual({ refused: 'start.unknown-variable' });
    expect(call(three, { variables: { a: 5 } })).toEqual({ refused: 'start.wrong-value' });
    expect(call({ ...three, start: null })).toEqual({ refused: 'start.no-start' });
  });

  it.each([
    ['date', '2026-02-30'],
    ['time', '25:00:00'],
    ['date-time', '2026-01-31T10:00'],
    ['duration', 'P1'],
    ['money', { amount: 'much', currency: 'EUR' }],
  ])('refuses a %s that no expression could read', (type, value) => {
    const drawing = { ...three, variables: { ...three.variables, given: { type, label: 'Given' } } };
    expect(call(drawing, { variables: { given: value } })).toEqual({ refused: 'start.wrong-value' });
  });

  it('can begin at any element, for previews', () => {
    expect(call(three, { at: 'q_c', variables: { a: 'given' } }).page()?.element).toBe('q_c');
  });
});

describe('why', () => {
  it('a decision went as it did stands in the log, with the values it read', () => {
    const agent = call(
      {
        variables: { n: { type: 'number', label: 'N', input: true } },
        elements: { d_a: { rules: [{ id: 'big', label: 'Big', when: 'n > 5' }] }, s_a: { text: text('x') } },
        connectors: ['d_a.big -> s_a', 'd_a.otherwise -> s_a'],
      },
      { variables: { n: 9 } },
    );
    expect(agent.events()).toContainEqual(
      expect.objectContaining({
        kind: 'element-left',
        exit: 'big',
        why: { by: 'big', expression: 'n > 5', read: { n: 9 } },
      }),
    );
  });
});
