import { expect, it } from 'vitest';
import { Agent, ask, say, texts } from '#test/engine/agent.ts';
import { text } from '#test/factories/draw.ts';

const CARD = '4111 1111 1111 1111';

it('the number of a card that somebody types or notes is written down nowhere', () => {
  const check = {
    connection: 'crm',
    method: 'POST',
    path: '/',
    inputs: [{ name: 'case', value: 'reason', in: 'body' }],
    outputs: [],
    valid: 'response.known = true',
    message: text('Unknown'),
  };
  const agent = new Agent({
    variables: texts('wish', 'reason', 'more'),
    elements: {
      q_wish: ask('wish'),
      q_reason: { ...ask('reason'), verify: check },
      f_more: {
        type: 'form',
        text: text('More'),
        sections: [
          { items: [{ kind: 'field', label: text('More'), answer: { kind: 'long-text', variable: 'more' } }] },
        ],
      },
      s_end: say('{wish}'),
    },
    connectors: ['q_wish -> q_reason', 'q_reason -> f_more', 'f_more -> s_end'],
  });
  agent.answers(`Charge ${CARD} please`);
  expect(agent.variables).toEqual({ wish: 'Charge •••• 1111 please' });
  agent.answers(`Lost ${CARD}`);
  agent.hears({ known: false });
  agent.answers(`Lost ${CARD}`);
  agent.hears({ known: true });
  agent.answers({ more: CARD });
  expect(agent.at).toBe('s_end');
  agent.sends({ kind: 'note', text: `Said ${CARD}` });
  agent.sends({ kind: 'pause', reason: CARD });
  agent.sends({ kind: 'resume' });
  agent.sends({ kind: 'transfer', to: { team: 'tea_a' }, note: CARD });
  agent.sends({ kind: 'quit', reason: CARD });
  expect(agent.written).not.toContain(CARD);
  expect(agent.written).toContain('Said •••• 1111');
});
