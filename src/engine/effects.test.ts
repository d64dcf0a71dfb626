import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { Agent, ask, say, texts } from '#test/engine/agent.ts';
import { type Drawing, text } from '#test/factories/draw.ts';

const call = (more: JsonObject = {}): JsonObject => ({
  connection: 'crm',
  method: 'GET',
  path: '/customers/{number}',
  inputs: [],
  outputs: [{ variable: 'name', value: 'response.name' }],
  ...more,
});

const lookUp: Drawing = {
  variables: texts('number', 'name'),
  elements: { q_number: ask('number'), i_look: call(), s_hello: say('Hello {name}'), s_failed: say('Not found') },
  connectors: [
    'q_number -> i_look',
    'i_look.done -> s_hello',
    'i_look.failed -> s_failed',
    'i_look.timed_out -> s_failed',
  ],
};

function looking() {
  const agent = new Agent(lookUp);
  agent.answers('7');
  return agent;
}

describe('a call', () => {
  it('is asked for with what is known, and the page waits for it', () => {
    const agent = looking();
    expect(agent.at).toBe('i_look');
    expect(agent.page?.wait).toMatchObject({ effect: 'e1', kind: 'call', label: 'i_look', skippable: true });
    expect(agent.events.at(-1)).toMatchObject({ kind: 'effect-requested', request: { path: '/customers/7' } });
    for (const command of [{ kind: 'answer' }, { kind: 'forward' }, { kind: 'act', button: 'x' }] as const) {
      expect(agent.sends(command)).toBe('session.busy');
    }
  });

  it('that comes back leads on, with the time that was spent on it', () => {
    const agent = looking();
    agent.waits(2);
    expect(agent.hears({ name: 'Ann' })).toBe('done');
    expect(agent.at).toBe('s_hello');
    expect(agent.variables).toEqual({ number: '7', name: 'Ann' });
    expect(agent.visits).toContain('i_look done 2000+0');
  });

  it('that comes back twice is taken once', () => {
    const agent = looking();
    agent.hears({ name: 'Ann' });
    expect(agent.hears({ name: 'Eve' }, 'e1')).toBe('effect.not-awaited');
    expect(agent.variables).toEqual({ number: '7', name: 'Ann' });
  });

  it('that was never asked for is not taken', () => {
    expect(looking().hears({ name: 'Eve' }, 'e2')).toBe('effect.not-awaited');
    expect(new Agent(lookUp).hears({ name: 'Eve' }, 'e1')).toBe('effect.not-awaited');
  });

  it('that comes back after somebody went back is not taken, and is asked for anew', () => {
    const agent = looking();
    agent.goesBack();
    expect(agent.at).toBe('q_number');
    expect(agent.hears({ name: 'Ann' }, 'e1')).toBe('effect.not-awaited');
    agent.answers('8');
    expect(agent.page?.wait).toMatchObject({ effect: 'e2' });
    expect(agent.hears({ name: 'Ann' }, 'e1')).toBe('effect.not-awaited');
    agent.hears({ name: 'Ben' }, 'e2');
    expect(agent.variables).toEqual({ number: '8', name: 'Ben' });
  });

  it('that comes back after the session is over is not taken', () => {
    const agent = looking();
    agent.sends({ kind: 'quit' });
    expect(agent.hears({ name: 'Ann' }, 'e1')).toBe('session.over');
  });

  it('comes back to a paused session, which stays paused one page on', () => {
    const agent = looking();
    agent.sends({ kind: 'pause' });
    expect(agent.hears({ name: 'Ann' })).toBe('done');
    expect(agent.at).toBe('paused at s_hello');
    agent.sends({ kind: 'resume' });
    expect(agent.at).toBe('s_hello');
  });

  it('can be gone on without', () => {
    const agent = looking();
    expect(agent.skips()).toBe('done');
    expect(agent.at).toBe('s_failed');
    expect(agent.skips()).toBe('effect.not-awaited');
    expect(agent.hears({ name: 'Ann' }, 'e1')).toBe('effect.not-awaited');
  });

  it('may not be gone on without where that is not allowed', () => {
    const agent = new Agent({ elements: { w_a: { until: { kind: 'duration', duration: 'PT1M' } }, s_a: say('x') } });
    expect(agent.skips()).toBe('effect.not-skippable');
    expect(agent.page?.wait).toMatchObject({ until: 60_000, skippable: false });
  });

  it('is gone back from: its values are as they were before', () => {
    const agent = looking();
    agent.hears({ name: 'Ann' });
    agent.goesBack();
    expect(agent.at).toBe('q_number');
    expect(agent.variables).toEqual({});
  });
});

describe('an answer that is checked outside', () => {
  const verified: Drawing = {
    variables: texts('number', 'name'),
    elements: {
      q_number: ask('number', { verify: call({ valid: 'response.found', message: text('Unknown number') }) }),
      s_hello: say('Hello {name}'),
    },
    connectors: ['q_number -> s_hello'],
  };

  function checking() {
    const agent = new Agent(verified);
    agent.answers('7');
    return agent;
  }

  it('is not taken before the check is there', () => {
    const agent = checking();
    expect(agent.at).toBe('q_number');
    expect(agent.variables).toEqual({});
    expect(agent.page?.wait).toMatchObject({ label: 'Checking the answer', skippable: true });
    expect(agent.answers('8')).toBe('session.busy');
    agent.hears({ found: true, name: 'Ann' });
    expect(agent.at).toBe('s_hello');
    expect(agent.variables).toEqual({ number: '7', name: 'Ann' });
    expect(agent.page?.trail).toMatchObject([{ answer: '7' }]);
  });

  it('that is turned down stays on its page with the reason, until another one is given', () => {
    const agent = checking();
    agent.hears({ found: false });
    expect(agent.at).toBe('q_number');
    expect(agent.suggested).toBe('7');
    expect(agent.page).toMatchObject({
      problems: [{ field: 'answer', code: 'answer.check', message: 'Unknown number' }],
    });
    expect(agent.page?.wait).toBeUndefined();
    agent.answers('8');
    expect(agent.page?.problems).toBeUndefined();
    agent.hears({ found: true });
    expect(agent.variables).toEqual({ number: '8' });
  });

  it('stays turned down, with the reason, whatever buttons are pressed beside it', () => {
    const buttons = [{ id: 'b_a', label: text('Look'), action: { kind: 'call', ...call({ path: '/' }) } }];
    const asked = { ...verified.elements.q_number, buttons };
    const agent = new Agent({ ...verified, elements: { ...verified.elements, q_number: asked } });
    agent.answers('7');
    agent.hears({ found: false });
    agent.presses('b_a');
    expect(agent.page).toMatchObject({ problems: [{ code: 'answer.check' }] });
    agent.hears({});
    expect(agent.page).toMatchObject({ problems: [{ code: 'answer.check' }] });
  });

  it('that could not be checked says so, and is taken from whoever goes on without', () => {
    const agent = checking();
    agent.gets({ status: 'failed', code: 'call.refused', message: 'Down' });
    expect(agent.page?.problems).toMatchObject([{ code: 'answer.not-verified' }]);
    agent.answers('7');
    agent.skips();
    expect(agent.at).toBe('s_hello');
    expect(agent.variables).toEqual({ number: '7' });
  });

  it('whose check comes late, after another answer was turned down, is not taken', () => {
    const agent = checking();
    agent.hears({ found: false });
    agent.answers('8');
    expect(agent.hears({ found: true }, 'e1')).toBe('effect.not-awaited');
    agent.hears({ found: true }, 'e2');
    expect(agent.variables).toEqual({ number: '8' });
  });
});

describe('a button beside the answer', () => {
  const buttons = [
    { id: 'b_balance', label: text('Balance of {number}'), action: { kind: 'call', ...call() } },
    { id: 'b_wiki', label: text('Wiki'), action: { kind: 'open-link', url: 'https://wiki.example/{number}' } },
    {
      id: 'b_tell',
      label: text('Tell'),
      action: { kind: 'client-event', event: 'opened', payload: [{ name: 'number', value: 'number' }] },
    },
  ];
  const page: Drawing = {
    variables: texts('number', 'name'),
    elements: { s_a: say('Hello {name}', { buttons }), s_b: say('Bye') },
    connectors: ['s_a -> s_b'],
  };
  const open = () => new Agent(page, { variables: { number: 'A 7' } });

  it('is shown with its words and address, values in them', () => {
    expect(open().page?.buttons).toEqual([
      { id: 'b_balance', label: 'Balance of A 7' },
      { id: 'b_wiki', label: 'Wiki', href: 'https://wiki.example/A%207' },
      { id: 'b_tell', label: 'Tell' },
    ]);
  });

  it('may call a number, whose plus stays one', () => {
    const call = { id: 'b_call', label: text('Call'), action: { kind: 'open-link', url: 'tel:{number}' } };
    const drawing = { ...page, elements: { ...page.elements, s_a: say('Hello', { buttons: [call] }) } };
    const agent = new Agent(drawing, { variables: { number: '+49 221/7' } });
    expect(agent.page?.buttons?.[0]?.href).toBe('tel:+49%20221%2F7');
  });

  it('calls beside the page, which stays and shows what came back', () => {
    const agent = open();
    expect(agent.presses('b_balance')).toBe('done');
    expect(agent.page?.buttons?.[0]).toMatchObject({ busy: true });
    expect(agent.page?.wait).toBeUndefined();
    agent.hears({ name: 'Ann' });
    expect(agent.at).toBe('s_a');
    expect(agent.page).toMatchObject({ n: 1, part: { text: [{ children: [{}, { text: 'Ann' }] }] } });
    expect(agent.page?.buttons?.[0]?.busy).toBeUndefined();
  });

  it('is not asked twice while its result is awaited', () => {
    const agent = open();
    agent.presses('b_balance');
    const before = agent.events.length;
    expect(agent.presses('b_balance')).toBe('done');
    expect(agent.events).toHaveLength(before);
  });

  it('does not keep anybody: a result that comes after the page was left is not taken', () => {
    const agent = open();
    agent.presses('b_balance');
    agent.answers();
    expect(agent.at).toBe('s_b');
    expect(agent.hears({ name: 'Ann' }, 'e1')).toBe('effect.not-awaited');
    expect(agent.variables).toEqual({ number: 'A 7' });
  });

  it('tells the host, and nobody waits for that', () => {
    const agent = open();
    agent.presses('b_tell');
    expect(agent.events.at(-1)).toMatchObject({
      kind: 'effect-requested',
      holds: false,
      request: { kind: 'client-event', name: 'opened', payload: { number: 'A 7' } },
    });
    expect(agent.state.effects).toBeUndefined();
  });

  it('keeps what it found until somebody goes back behind it', () => {
    const agent = open();
    agent.presses('b_balance');
    agent.hears({ name: 'Ann' });
    agent.answers();
    agent.goesBack();
    expect(agent.variables).toEqual({ number: 'A 7' });
  });

  it('that is not there, or cannot be done, is refused and nothing is written', () => {
    expect(open().presses('b_other')).toBe('act.no-button');
    const agent = new Agent(page);
    const before = agent.events.length;
    expect(agent.presses('b_balance')).toBe('answer.refused');
    expect(agent.events).toHaveLength(before);
  });
});

describe('a transfer', () => {
  const drawing: Drawing = {
    variables: texts('name'),
    elements: {
      s_a: say('One moment'),
      x_team: { to: { kind: 'team', team: 'second_line' }, note: text('For {name}') },
      s_b: say('Hello from the second line'),
    },
    connectors: ['s_a -> x_team', 'x_team -> s_b'],
  };

  it('leaves the session paused behind it, with a note, for whoever resumes it', () => {
    const agent = new Agent(drawing, { variables: { name: 'Ann' } });
    agent.answers();
    expect(agent.at).toBe('paused at s_b');
    expect(agent.events).toContainEqual(
      expect.objectContaining({ kind: 'transferred', to: { team: 'second_line' }, note: 'For Ann' }),
    );
    expect(agent.answers()).toBe('session.not-waiting');
    agent.sends({ kind: 'resume' });
    expect(agent.at).toBe('s_b');
  });

  it('with nothing behind it ends the session as transferred', () => {
    const agent = new Agent({ ...drawing, connectors: ['s_a -> x_team'] });
    agent.answers();
    expect(agent.state).toMatchObject({ status: 'ended', outcome: 'transferred' });
  });

  it('to a number outside goes on at once', () => {
    const elements = { ...drawing.elements, x_team: { to: { kind: 'number', number: '"112"' } } };
    const agent = new Agent({ ...drawing, elements });
    agent.answers();
    expect(agent.at).toBe('s_b');
  });

  it('to a team and then to a number leaves the session paused for the team', () => {
    const elements = { ...drawing.elements, x_out: { to: { kind: 'number', number: '"112"' } } };
    const agent = new Agent({ ...drawing, elements, connectors: ['s_a -> x_team', 'x_team -> x_out', 'x_out -> s_b'] });
    agent.answers();
    expect(agent.at).toBe('paused at s_b');
  });

  it('by hand leaves the page as it is for a colleague, in a visit of its own', () => {
    const agent = new Agent(drawing);
    agent.waits(5);
    expect(agent.sends({ kind: 'transfer', to: {} })).toBe('transfer.nobody');
    expect(agent.sends({ kind: 'transfer', to: { user: 'ben@example.org' }, note: ' Please ' })).toBe('done');
    expect(agent.at).toBe('paused at s_a');
    expect(agent.state.notes).toMatchObject([{ element: 's_a', text: 'Please' }]);
    agent.waits(60);
    agent.sends({ kind: 'resume' });
    agent.waits(2);
    agent.answers();
    expect(agent.visits.slice(0, 2)).toEqual(['s_a transferred 5000+0', 's_a next 2000+0']);
  });

  it('by hand to a number outside is the end of it', () => {
    const agent = new Agent(drawing);
    agent.sends({ kind: 'transfer', to: { number: '112' } });
    expect(agent.state).toMatchObject({ status: 'ended', outcome: 'transferred' });
  });
});
