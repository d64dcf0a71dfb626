import type { Interaction } from '#format/interaction.ts';
import type { JsonObject } from '#prelude/json.ts';
import { draw, text } from '#test/factories/draw.ts';
import { countries } from './countries.ts';

/** Asks three things by two choices each, then for a country of a long list, then says something. */
export function askedFirst(): Interaction {
  const option = { type: 'option', label: 'Answer' };
  const ask = (variable: string): JsonObject => ({
    text: text(`Is ${variable} as it should be?`),
    answer: { kind: 'one-choice', variable },
  });
  const both = ['first', 'second', 'third'].flatMap((name) => ['yes', 'no'].map((side) => ({ name, side })));
  return draw({
    name: 'Asked',
    variables: { first: option, second: option, third: option, country: { type: 'text', label: 'Country' } },
    elements: {
      q_first: ask('first'),
      q_second: ask('second'),
      q_third: ask('third'),
      ...Object.fromEntries(both.map(({ name, side }) => [`c_${name}_${side}`, { value: side, label: text(side) }])),
      q_country: {
        text: text('Where do you live?'),
        answer: { kind: 'one-choice', variable: 'country', list: { from: JSON.stringify(countries()) } },
      },
      s_bye: { text: text('Thank you.') },
    },
    connectors: [
      ...both.map(({ name, side }) => `q_${name}.choices -> c_${name}_${side}`),
      ...both.map(({ name, side }) => `c_${name}_${side} -> q_${NEXT[name]}`),
      'q_country -> s_bye',
    ],
  });
}

const NEXT: { readonly [name: string]: string } = { first: 'second', second: 'third', third: 'country' };
