import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#prelude/json.ts';
import { Agent, ask, say } from '#test/engine/agent.ts';
import type { Drawing } from '#test/factories/draw.ts';

const LIST = { type: 'list', label: 'Orders', input: true, items: { type: 'text' } };
const TEXT = { type: 'text', label: 'x' };
const NUMBER = { type: 'number', label: 'n' };

/** For each order: is it in order? Then it ends. */
const orders: Drawing = {
  variables: { orders: LIST, order: TEXT, n: NUMBER, state: TEXT, log: TEXT },
  elements: {
    s_start: say('Let us see'),
    l_orders: { list: 'orders', item: 'order', position: 'n' },
    q_state: ask('state'),
    v_log: { rows: [{ variable: 'log', expression: '(if log = null then "" else log + " ") + order + "=" + state' }] },
    s_end: say('Done: {log}'),
  },
  connectors: [
    's_start -> l_orders',
    'l_orders.each -> q_state',
    'q_state -> v_log',
    'v_log -> l_orders',
    'l_orders.done -> s_end',
  ],
};

function began(list: readonly Json[] = ['A', 'B', 'C']) {
  const agent = new Agent(orders, { variables: { orders: list } });
  agent.answers();
  return agent;
}

describe('a loop', () => {
  it('goes round once for each item, in order, and then on', () => {
    const agent = began();
    const seen: unknown[] = [];
    for (const state of ['ok', 'late', 'lost']) {
      seen.push([agent.variables.order, agent.variables.n]);
      agent.answers(state);
    }
    expect(seen).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ]);
    expect(agent.at).toBe('s_end');
    expect(agent.variables).toMatchObject({ log: 'A=ok B=late C=lost' });
    expect(agent.variables).not.toHaveProperty('order');
    expect(Object.keys(agent.state.variables).filter((key) => key.includes('#'))).toEqual([]);
  });

  it('does nothing for nothing', () => {
    expect(began([]).at).toBe('s_end');
  });

  it('goes back a round, with the item and what was noted as they were then', () => {
    const agent = began();
    agent.answers('ok');
    agent.answers('late');
    expect(agent.variables).toMatchObject({ order: 'C', log: 'A=ok B=late' });
    agent.goesBack();
    expect(agent.variables).toMatchObject({ order: 'B', n: 2, log: 'A=ok' });
    agent.goesBack();
    expect(agent.variables).toMatchObject({ order: 'A', n: 1 });
    expect(agent.variables).not.toHaveProperty('log');
    for (const state of ['1', '2', '3']) agent.answers(state);
    expect(agent.variables.log).toBe('A=1 B=2 C=3');
  });

  it('is gone back into from behind it, and out of it to before', () => {
    const agent = began(['A']);
    agent.answers('ok');
    expect(agent.at).toBe('s_end');
    agent.goesBack();
    expect(agent.at).toBe('q_state');
    expect(agent.variables).toMatchObject({ order: 'A', n: 1 });
    agent.goesBack();
    expect(agent.at).toBe('s_start');
    expect(agent.state.variables).toEqual({ orders: ['A'] });
    agent.answers();
    agent.answers('ok');
    expect(agent.variables.log).toBe('A=ok');
  });

  it('gives each round its own earlier answer again', () => {
    const agent = began();
    agent.answers('one');
    agent.answers('two');
    agent.sends({ kind: 'back', to: 1 });
    agent.answers();
    expect(agent.suggested).toBe('one');
    agent.answers('uno');
    expect([agent.variables.order, agent.suggested]).toEqual(['B', 'two']);
    agent.sends({ kind: 'back', to: 1 });
    agent.goesForward(true);
    expect(agent.variables).toMatchObject({ order: 'C', log: 'A=uno B=two' });
  });

  it('looks at its list once: what is changed in it later does not count', () => {
    const elements = {
      ...orders.elements,
      v_log: { rows: [{ variable: 'orders', expression: 'remove(orders, 1)' }] },
    };
    const agent = new Agent({ ...orders, elements }, { variables: { orders: ['A', 'B'] } });
    agent.answers();
    agent.answers('x');
    expect(agent.variables).toMatchObject({ orders: ['B'], order: 'B' });
    agent.answers('x');
    expect(agent.at).toBe('s_end');
  });

  it('writes its list down once, not in every round', () => {
    const agent = began();
    for (const state of ['1', '2', '3']) agent.answers(state);
    const kept = agent.events.filter((event) => event.kind === 'kept');
    expect(kept.filter(({ key }) => key === 'items')).toHaveLength(2);
    expect(kept.filter(({ key }) => key === 'next')).toHaveLength(4);
  });

  it('left in the middle begins anew when it is reached from outside', () => {
    const leaving: Drawing = {
      ...orders,
      elements: { ...orders.elements, d_enough: { rules: [{ id: 'stop', label: 'Stop', when: 'state = "stop"' }] } },
      connectors: [
        's_start -> l_orders',
        'l_orders.each -> q_state',
        'q_state -> d_enough',
        'd_enough.stop -> s_start',
        'd_enough.otherwise -> l_orders',
        'l_orders.done -> s_end',
      ],
    };
    const agent = new Agent(leaving, { variables: { orders: ['A', 'B', 'C'] } });
    agent.answers();
    agent.answers('ok');
    expect(agent.variables).toMatchObject({ order: 'B', n: 2 });
    agent.answers('stop');
    expect(agent.at).toBe('s_start');
    agent.answers();
    expect(agent.variables).toMatchObject({ order: 'A', n: 1 });
  });

  it('within another one begins anew in each round of that', () => {
    const grid: Drawing = {
      variables: { x: NUMBER, y: TEXT, word: TEXT },
      elements: {
        l_x: { list: '[1, 2]', item: 'x' },
        l_y: { list: '["a", "b"]', item: 'y' },
        q_word: ask('word'),
        d_next: { rules: [{ id: 'next', label: 'Next', when: 'word = "next"' }] },
        s_end: say('Done'),
      },
      connectors: [
        'l_x.each -> l_y',
        'l_y.each -> q_word',
        'q_word -> d_next',
        'd_next.next -> l_x',
        'd_next.otherwise -> l_y',
        'l_y.done -> l_x',
        'l_x.done -> s_end',
      ],
    };
    const walked = (...words: string[]) => {
      const agent = new Agent(grid);
      const seen = [];
      for (const word of words) {
        seen.push(`${agent.variables.x}${agent.variables.y}`);
        agent.answers(word);
      }
      return { seen, at: agent.at };
    };
    expect(walked('x', 'x', 'x', 'x')).toMatchObject({ seen: ['1a', '1b', '2a', '2b'], at: 's_end' });
    // An inner round that is broken off does not go on in the next outer one.
    expect(walked('next', 'x', 'x')).toMatchObject({ seen: ['1a', '2a', '2b'], at: 's_end' });
  });

  it('goes on after a jump out of a round and back', () => {
    const elements: { readonly [id: string]: JsonObject } = {
      ...orders.elements,
      s_side: say('Aside', { entryPoint: true }),
    };
    const agent = new Agent({ ...orders, elements }, { variables: { orders: ['A', 'B'] } });
    agent.answers();
    agent.answers('ok');
    agent.jumps('s_side');
    agent.answers();
    expect(agent.at).toBe('q_state');
    expect(agent.variables).toMatchObject({ order: 'B' });
    agent.answers('ok');
    expect(agent.variables.log).toBe('A=ok B=ok');
  });

  it('reached by an entry point within a round begins anew', () => {
    const elements = { ...orders.elements, q_state: ask('state', { entryPoint: true }) };
    const agent = new Agent({ ...orders, elements }, { variables: { orders: ['A', 'B'] } });
    agent.jumps('q_state');
    agent.answers('x');
    expect(agent.variables).toMatchObject({ order: 'A', n: 1 });
    agent.answers('x');
    expect(agent.variables).toMatchObject({ order: 'B', n: 2 });
  });
});
