import { describe, expect, it } from 'vitest';
import { plainText } from '#contract/text-tree.ts';
import { Agent, say } from '#test/engine/agent.ts';
import { type Drawing, text } from '#test/factories/draw.ts';

const PHONE = { kind: 'phone', variable: 'phone', prefix: '+49' };
const SLOT = { day: '2026-03-05', begins: '08:00:00', price: { amount: '12.5', currency: 'EUR' } };

/** What a page says, in German, where a session was told of a slot. */
function said(text: string): string {
  const drawing: Drawing = {
    languages: ['en', 'de'],
    variables: {
      slot: {
        type: 'record',
        label: 'Slot',
        input: true,
        fields: { day: { type: 'date' }, begins: { type: 'time' }, price: { type: 'money' } },
      },
    },
    elements: { s_slot: { ...say(text), text: { en: '', de: text } } },
  };
  const { page } = new Agent(drawing, { variables: { slot: SLOT }, language: 'de' });
  return plainText(page?.part.text ?? []);
}

describe('a value in a text', () => {
  it.each([
    ['a field of a record', '{slot.day}', '5. März 2026'],
    ['a time in a record', '{slot.begins}', '08:00'],
    ['what is calculated', '{slot.day + @"P1M"}', '5. April 2026'],
    ['a price that is calculated', '{slot.price * 2}', '25,00'],
    [
      'a length of time',
      '{@"PT90M"} {@"P1Y2M"} {@"PT0S"} {-@"P1D"}',
      '1 Stunde, 30 Minuten 1 Jahr, 2 Monate 0 Sekunden -1 Tag',
    ],
    ['either of two', '{if slot.price.amount > 10 then slot.day else slot.day + @"P1D"}', '5. März 2026'],
  ])('is written as people write it: %s', (_what, text, words) => {
    expect(said(text)).toContain(words);
  });

  it.each([
    ['a question', { q_phone: { text: text('Phone?'), answer: PHONE } }, '0221 1234567'],
    [
      'a form',
      {
        f_phone: {
          type: 'form',
          text: text('Phone?'),
          sections: [{ items: [{ kind: 'field', label: text('Phone'), answer: PHONE }] }],
        },
      },
      { phone: '+49 221 1234567' },
    ],
  ])('is a telephone number as people read it out, asked for by %s', (_what, asking, answer) => {
    const [first] = Object.keys(asking);
    const agent = new Agent({
      variables: { phone: { type: 'text', label: 'Phone' } },
      elements: { ...asking, s_thanks: say('We call {phone}.') },
      connectors: [`${first} -> s_thanks`],
    });
    agent.answers(answer);
    expect(plainText(agent.page?.part.text ?? [])).toBe('We call 0221 123 4567.');
    expect(agent.variables).toEqual({ phone: '+492211234567' });
  });

  it('may be the language and the client, which every session knows', () => {
    expect(said('{language} {client}')).toContain('de agent');
  });
});
