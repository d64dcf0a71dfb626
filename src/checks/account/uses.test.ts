import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { modelOf } from '../model.ts';
import { contentOf } from './content-of.ts';
import { referencesIn, valuesRead } from './uses.ts';

const rule = (when: string) => ({ rules: [{ id: 'r1', label: 'One', when }] });

const readIn = (drawing: Drawing) => valuesRead(contentOf(modelOf(draw(drawing), catalog)));

function keys(elements: Drawing['elements'], variables = {}) {
  return readIn({ elements, variables }).map(({ key }) => key);
}

describe('the account values that an Interaction reads', () => {
  it('are found in texts of every language, in help and in expressions, each with its place', () => {
    const read = readIn({
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
    expect(read.map(({ path, label, key }) => [path, label, key])).toEqual([
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

describe('what an Interaction names of its account', () => {
  it('are the outcomes of its End elements', () => {
    const interaction = draw({
      elements: { s_a: { text: text('Hello') }, e_a: { outcome: 'solved' }, e_b: { outcome: 'call back' } },
      connectors: ['s_a -> e_a'],
    });
    expect(referencesIn({ elements: modelOf(interaction, catalog).elements.values() })).toEqual([
      { element: 'e_a', path: 'elements.e_a.outcome', kind: 'outcome', key: 'solved' },
      { element: 'e_b', path: 'elements.e_b.outcome', kind: 'outcome', key: 'call back' },
    ]);
  });

  it('are the connections that elements and buttons call, and buttons and calls read values, too', () => {
    const action = {
      kind: 'call',
      connection: 'billing',
      method: 'GET',
      path: '/open/{values.region}',
      inputs: [],
      outputs: [],
    };
    const buttons = [{ id: 'open', label: text('Open bills of {values.company}'), action }];
    const model = modelOf(draw({ elements: { s_a: { text: text('Hello'), buttons } } }), catalog);
    expect(referencesIn({ elements: model.elements.values() })).toEqual([
      { element: 's_a', path: 'elements.s_a.buttons.0.action.connection', kind: 'connection', key: 'billing' },
    ]);
    expect(valuesRead(contentOf(model)).map(({ key, path }) => [key, path])).toEqual([
      ['company', 'elements.s_a.buttons.0.label.en'],
      ['region', 'elements.s_a.buttons.0.action.path'],
    ]);
  });
});
