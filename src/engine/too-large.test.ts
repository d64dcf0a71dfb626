import { expect, it } from 'vitest';
import type { Json } from '#prelude/json.ts';
import { Agent } from '#test/engine/agent.ts';
import { text } from '#test/factories/draw.ts';

/** A page with a table of two thousand rows, of which any number may be picked. */
function picking() {
  const record = { type: 'record', fields: { name: { type: 'text' } } };
  return new Agent({
    variables: { chosen: { type: 'list', items: record, label: 'Chosen' } },
    elements: {
      t_a: {
        type: 'table',
        text: text('Which ones?'),
        list: 'for i in 1..2000 return {name: "Customer number " + string(i)}',
        columns: [{ field: 'name', label: text('Name') }],
        pick: 'many',
        variable: 'chosen',
      },
      s_a: { text: text('Thank you') },
    },
    connectors: ['t_a -> s_a'],
  });
}

/** As many as a request has room for. */
const MANY = 300_000;

it.each<[string, Json, string]>([
  ['a place', 5, 'done'],
  ['what stands in it', { name: 'Customer number 1999' }, 'answer.refused'],
])('a row that is picked again and again by %s is kept once, and nobody else waits for it', (_what, row, outcome) => {
  const agent = picking();
  const began = performance.now();
  expect(agent.answers(Array.from({ length: MANY }, () => (typeof row === 'object' ? { ...row } : row)))).toBe(outcome);
  // Each copy of the row was kept: it took eight seconds, and 18 MB for each step from then on.
  expect(performance.now() - began).toBeLessThan(4_000);
  expect(JSON.stringify(agent.state).length).toBeLessThan(2_000);
});

it('values that grow in one step beyond what a log can keep stop the session there, and say so', () => {
  const agent = new Agent({
    variables: { words: { type: 'text', label: 'Words', default: 'a' }, round: { type: 'number', label: 'Round' } },
    elements: {
      l_a: { list: 'for i in 1..450 return i', item: 'round' },
      v_a: {
        rows: [{ variable: 'words', expression: 'if string length(words) < 400000 then words + words else words' }],
      },
      s_a: { text: text('Done') },
    },
    connectors: ['l_a.each -> v_a', 'v_a -> l_a', 'l_a.done -> s_a'],
  });
  expect(agent.state).toMatchObject({ status: 'failed', error: { code: 'engine.too-large', element: 'v_a' } });
  // It made 450 MB of events, which held up everybody and could be stored nowhere.
  expect(JSON.stringify(agent.events).length).toBeLessThan(8_000_000);
});

it('mails without end in one step are no way around it', () => {
  const mail = { to: [{ address: '"ann@example.org"' }], subject: text('Hello'), text: text('{words}') };
  const agent = new Agent({
    variables: { words: { type: 'text', label: 'Words' }, round: { type: 'number', label: 'Round' } },
    elements: {
      v_a: { rows: [{ variable: 'words', expression: 'string join(for i in 1..5000 return "a word")' }] },
      l_a: { list: 'for i in 1..900 return i', item: 'round' },
      m_a: mail,
      s_a: { text: text('Done') },
    },
    connectors: ['v_a -> l_a', 'l_a.each -> m_a', 'm_a -> l_a', 'l_a.done -> s_a'],
  });
  expect(agent.state.error?.code).toBe('engine.too-large');
});
