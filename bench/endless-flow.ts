import type { Interaction } from '#format/interaction.ts';
import { draw, text } from '#test/factories/draw.ts';

/** Two questions that lead to each other for ever, by two choices each. */
export function endlessFlow(): Interaction {
  const ask = (variable: string) => ({
    text: text(`Which way, ${variable}?`),
    answer: { kind: 'one-choice', variable },
  });
  const choose = (value: string) => ({ value, label: text(value) });
  const option = (label: string) => ({ type: 'option', label });
  return draw({
    name: 'Endless',
    variables: { first: option('First'), second: option('Second') },
    elements: {
      q_first: ask('first'),
      q_second: ask('second'),
      c_left: choose('left'),
      c_right: choose('right'),
      c_back_left: choose('left'),
      c_back_right: choose('right'),
    },
    connectors: [
      'q_first.choices -> c_left',
      'q_first.choices -> c_right',
      'c_left -> q_second',
      'c_right -> q_second',
      'q_second.choices -> c_back_left',
      'q_second.choices -> c_back_right',
      'c_back_left -> q_first',
      'c_back_right -> q_first',
    ],
  });
}
