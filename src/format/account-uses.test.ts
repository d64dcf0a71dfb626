import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { draw, text } from '#test/factories/draw.ts';
import { outcomesGiven, valuesRead } from './account-uses.ts';

const rule = (when: string) => ({ rules: [{ id: 'r1', label: 'One', when }] });

function keys(elements: Parameters<typeof draw>[0]['elements'], variables = {}) {
  return valuesRead(draw({ elements, variables }), catalog).map(({ key }) => key);
}

describe('the account values that an Interaction reads', () => {
  it('are found in texts of every language, in help and in expressions, each with its place', () => {
    const interaction = draw({
      languages: ['en', 'es'],
      elements: {
        s_a: {
          text: { en: 'Sorry: {values.outage_notice}', es: 'Perdón: {upper case(values.outage_notice)}' },
          help: text('Open {values.hours}'),
        },
        d_a: rule('values.max_refund > 20'),
        v_a: { rows: [{ variable: 'x', expression: 'values.max_refund * 2' }] },
      },
      variables: { x: { type: 'number', label: 'X' } },
    });
    expect(valuesRead(interaction, catalog).map(({ path, label, key }) => [path, label, key])).toEqual([
      ['elements.s_a.text.en', 'Text', 'outage_notice'],
      ['elements.s_a.text.es', 'Text', 'outage_notice'],
      ['elements.s_a.help.en', 'Help', 'hours'],
      ['elements.d_a.logic.rules.0.when', 'One', 'max_refund'],
      ['elements.v_a.rows.0.expression', expect.any(String), 'max_refund'],
    ]);
  });

  it('count once for each spot, however often the spot reads them', () => {
    expect(keys({ s_a: { text: text('{values.a}, {values.a} and {values.b}') } })).toEqual(['a', 'b']);
  });

  it.each([
    ['a value that is looked up by name', 'get value(values, name)', [undefined]],
    ['all of them', 'count(values)', [undefined]],
    ['a field of a value', 'values.limit.amount > 3', ['limit']],
    ['within a filter', '[1, 2][item > values.least]', ['least']],
    ['a field of another record', 'customer.values.a = 1', []],
    ['a name bound on the way', 'for values in [{a: 1}] return values.a', []],
    ['words in a text', '"values.a"', []],
    ['what cannot be read', 'values.a +', []],
  ])('%s', (_what, when, wanted) => {
    expect(keys({ d_a: rule(when) }, { name: { type: 'text', label: 'Name' } })).toEqual(wanted);
  });

  it('are none where a variable has their name', () => {
    const variables = { values: { type: 'record', label: 'Values' } };
    expect(keys({ s_a: { text: text('{values.a}') } }, variables)).toEqual([]);
  });
});

describe('the outcomes that an Interaction gives', () => {
  it('are those of its End elements', () => {
    const interaction = draw({
      elements: { s_a: { text: text('Hello') }, e_a: { outcome: 'solved' }, e_b: { outcome: 'call back' } },
      connectors: ['s_a -> e_a'],
    });
    expect(outcomesGiven(interaction, catalog)).toEqual([
      { element: 'e_a', path: 'elements.e_a.outcome', outcome: 'solved' },
      { element: 'e_b', path: 'elements.e_b.outcome', outcome: 'call back' },
    ]);
  });
});
