import type { Interaction } from '#format/interaction.ts';
import { draw, text } from './draw.ts';

/** Asks for secrets by kinds of answer that are none: in questions, and in a field of a form. */
export function secretAnswers(): Interaction {
  const secret = (type: string, label: string) => ({ type, label, privacy: 'secret' });
  const field = (kind: string, variable: string) => ({
    kind: 'field',
    label: text(variable),
    answer: { kind, variable },
  });
  return draw({
    name: 'Secrets',
    variables: {
      name: { type: 'text', label: 'Name' },
      pin: secret('text', 'PIN'),
      code: secret('number', 'Code'),
      word: secret('text', 'Word'),
      city: { type: 'text', label: 'City' },
    },
    elements: {
      q_name: { name: 'Name', text: text('What is your name?'), answer: { kind: 'short-text', variable: 'name' } },
      q_pin: { name: 'PIN', text: text('What is your PIN?'), answer: { kind: 'short-text', variable: 'pin' } },
      q_code: { name: 'Code', text: text('What is your code?'), answer: { kind: 'number', variable: 'code' } },
      f_all: {
        type: 'form',
        name: 'Form',
        text: text('And the rest?'),
        sections: [{ columns: 1, items: [field('short-text', 'city'), field('long-text', 'word')] }],
      },
      s_end: { name: 'Bye', text: text('Thank you') },
    },
    connectors: ['q_name -> q_pin', 'q_pin -> q_code', 'q_code -> f_all', 'f_all -> s_end'],
  });
}

/** What is answered there, and must be kept nowhere; what is not secret is kept. */
export const SECRETS = { pin: 'canary-pin-4711', code: '80804711', word: 'canary word 0815' } as const;
