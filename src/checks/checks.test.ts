import { describe, expect, it } from 'vitest';
import type { ModelContext } from '#contract/element-type.ts';
import { catalog } from '#elements/catalog.ts';
import { calleeFace } from '#format/callee-face.ts';
import { applyPatches } from '#format/patch.ts';
import { checkInteraction } from '#format/read.ts';
import type { JsonObject } from '#prelude/json.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { CHECKS, problemsOf } from './registry.ts';

const say = (words = 'Hello'): JsonObject => ({ text: text(words) });
const pick = (value: string): JsonObject => ({ value, label: text(value) });
const option = { type: 'option', label: 'Problem' };
const ask = { text: text('Which?'), answer: { kind: 'one-choice', variable: 'problem' } };
const many = { text: text('Which?'), answer: { kind: 'many-choices', variable: 'problem' } };
const options = { type: 'list', items: { type: 'option' }, label: 'Problems' };
const pin = { text: text('PIN?'), answer: { kind: 'secret', variable: 'pin' } };
const rule = (when: string) => ({ rules: [{ id: 'r1', label: 'One', when }] });

const MAIL: JsonObject = { to: [{ address: '"a@example.org"' }], subject: text('Hello'), text: text('Hello') };
const call = (settings: JsonObject): JsonObject => ({
  connection: 'crm',
  method: 'GET',
  path: '/',
  inputs: [],
  outputs: [],
  ...settings,
});
const ORDERS = {
  type: 'list',
  label: 'Orders',
  items: { type: 'record', fields: { number: { type: 'text' }, items: { type: 'list', items: { type: 'number' } } } },
};
const codesOf = (drawing: Drawing) => problemsOf(draw(drawing), catalog).map(({ code }) => code);

/** One case for each code: a drawing that has the problem, at the element named, and one just like it that has not. */
const CASES: { readonly [code: string]: { at?: string; fails: Drawing; passes: Drawing; mends?: true } } = {
  'graph.no-start': {
    fails: { start: null, elements: { s_a: say() } },
    passes: { elements: { s_a: say() } },
    mends: true,
  },
  'graph.unreachable': {
    at: 's_b',
    fails: { elements: { s_a: say(), s_b: say() } },
    passes: { elements: { s_a: say(), s_b: say() }, connectors: ['s_a -> s_b'] },
  },
  'graph.exit-not-connected': {
    at: 'd_a',
    fails: { elements: { d_a: rule('true'), s_a: say() }, connectors: ['d_a.r1 -> s_a'] },
    passes: { elements: { d_a: rule('true'), s_a: say() }, connectors: ['d_a.r1 -> s_a', 'd_a.otherwise -> s_a'] },
  },
  'graph.exit-connected-twice': {
    at: 's_a',
    fails: { elements: { s_a: say(), s_b: say(), s_c: say() }, connectors: ['s_a -> s_b', 's_a -> s_c'] },
    passes: { elements: { s_a: say(), s_b: say(), s_c: say() }, connectors: ['s_a -> s_b', 's_b -> s_c'] },
    mends: true,
  },
  'graph.connector-without-exit': {
    at: 's_a',
    fails: { elements: { s_a: say(), s_b: say() }, connectors: ['s_a.nowhere -> s_b'] },
    passes: { elements: { s_a: say(), s_b: say() }, connectors: ['s_a.next -> s_b'] },
    mends: true,
  },
  'graph.not-an-option': {
    at: 'q_a',
    fails: { variables: { problem: option }, elements: { q_a: ask, s_a: say() }, connectors: ['q_a.choices -> s_a'] },
    passes: {
      variables: { problem: option },
      elements: { q_a: ask, c_a: pick('a') },
      connectors: ['q_a.choices -> c_a'],
    },
  },
  'graph.leads-to-note': {
    at: 's_a',
    fails: { elements: { s_a: say(), n_a: { text: 'x' } }, connectors: ['s_a -> n_a'] },
    passes: { elements: { s_a: say(), n_a: { text: 'x' } } },
    mends: true,
  },
  'graph.never-followed': {
    at: 'c_a',
    fails: {
      variables: { problem: options },
      elements: { q_a: many, c_a: pick('a'), s_a: say() },
      connectors: ['q_a.choices -> c_a', 'c_a -> s_a'],
    },
    passes: {
      variables: { problem: options, other: option },
      elements: {
        q_a: many,
        q_b: { ...ask, answer: { kind: 'one-choice', variable: 'other' } },
        c_a: pick('a'),
        s_a: say(),
      },
      connectors: ['q_a.choices -> c_a', 'q_a.next -> q_b', 'q_b.choices -> c_a', 'c_a -> s_a'],
    },
    mends: true,
  },
  'graph.cycle-never-waits': {
    at: 'v_a',
    fails: {
      variables: { x: { type: 'number', label: 'X' } },
      elements: {
        v_a: { rows: [{ variable: 'x', expression: '1' }] },
        v_b: { rows: [{ variable: 'x', expression: '2' }] },
      },
      connectors: ['v_a -> v_b', 'v_b -> v_a'],
    },
    passes: {
      variables: { x: { type: 'number', label: 'X' } },
      elements: { v_a: { rows: [{ variable: 'x', expression: '1' }] }, s_b: say() },
      connectors: ['v_a -> s_b', 's_b -> v_a'],
    },
  },
  'data.missing-variable': {
    at: 'q_a',
    fails: { elements: { q_a: ask, c_a: pick('a') }, connectors: ['q_a.choices -> c_a'] },
    passes: {
      variables: { problem: option },
      elements: { q_a: ask, c_a: pick('a') },
      connectors: ['q_a.choices -> c_a'],
    },
    mends: true,
  },
  'data.unknown-variable': {
    at: 'v_a',
    fails: {
      elements: { v_a: { rows: [{ variable: 'total', expression: '1 + 2' }] }, s_a: say() },
      connectors: ['v_a -> s_a'],
    },
    passes: {
      variables: { total: { type: 'number', label: 'Total' } },
      elements: { v_a: { rows: [{ variable: 'total', expression: '1 + 2' }] }, s_a: say() },
      connectors: ['v_a -> s_a'],
    },
  },
  'data.secret-variable': {
    at: 'q_a',
    fails: { variables: { pin: { type: 'text', label: 'PIN' } }, elements: { q_a: pin } },
    passes: { variables: { pin: { type: 'text', label: 'PIN', privacy: 'secret' } }, elements: { q_a: pin } },
    mends: true,
  },
  'data.secret-place': {
    at: 'm_a',
    fails: {
      variables: { pin: { type: 'text', label: 'PIN', privacy: 'secret' } },
      elements: { q_a: pin, m_a: { ...MAIL, text: text('Your PIN is {pin}') } },
      connectors: ['q_a -> m_a'],
    },
    passes: {
      variables: { pin: { type: 'text', label: 'PIN', privacy: 'secret' } },
      elements: { q_a: pin, m_a: MAIL },
      connectors: ['q_a -> m_a'],
    },
  },
  'data.reserved-name': {
    fails: { variables: { channel: { type: 'text', label: 'Mine' } }, elements: { s_a: say() } },
    passes: { variables: { my_channel: { type: 'text', label: 'Mine' } }, elements: { s_a: say() } },
  },
  'data.empty-expression': {
    at: 'd_a',
    fails: { elements: { d_a: rule(' '), s_a: say() }, connectors: ['d_a.r1 -> s_a', 'd_a.otherwise -> s_a'] },
    passes: { elements: { d_a: rule('1 = 1'), s_a: say() }, connectors: ['d_a.r1 -> s_a', 'd_a.otherwise -> s_a'] },
  },
  'data.expression': {
    at: 'd_a',
    fails: { elements: { d_a: rule('nobody > 3'), s_a: say() }, connectors: ['d_a.r1 -> s_a', 'd_a.otherwise -> s_a'] },
    passes: { elements: { d_a: rule('4 > 3'), s_a: say() }, connectors: ['d_a.r1 -> s_a', 'd_a.otherwise -> s_a'] },
  },
  'data.text-address': {
    at: 's_a',
    fails: { elements: { s_a: say('See [our terms](www.example.org)') } },
    passes: { elements: { s_a: say('See [our terms](https://www.example.org) or <mailto:ann@example.org>') } },
  },
  'data.text-format': {
    at: 's_a',
    fails: { elements: { s_a: say('**a** '.repeat(501)) } },
    passes: { elements: { s_a: say('**a** '.repeat(499)) } },
  },
  'data.untranslated': {
    fails: { languages: ['en', 'de'], elements: { s_a: say('Hello') } },
    passes: { languages: ['en'], elements: { s_a: say('Hello') } },
  },
  'data.outdated-translation': {
    fails: {
      languages: ['en', 'de'],
      elements: {
        s_a: { text: { en: 'Good day', de: 'Hallo' }, outdated: [{ language: 'de', text: 'Hallo', from: 'Hello' }] },
      },
    },
    passes: {
      languages: ['en', 'de'],
      elements: {
        s_a: {
          text: { en: 'Good day', de: 'Guten Tag' },
          outdated: [{ language: 'de', text: 'Hallo', from: 'Hello' }],
        },
      },
    },
  },
  'data.text': {
    at: 's_a',
    fails: { elements: { s_a: say('Hello {nobody}') } },
    passes: { variables: { nobody: { type: 'text', label: 'N' } }, elements: { s_a: say('Hello {nobody}') } },
  },
};

const codes = CHECKS.flatMap((check) => check.codes.filter((code) => !code.startsWith('(')));

describe('the checks', () => {
  it('have a case for every code, and no case for a code that is not there', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(codes.toSorted());
  });

  it.each(Object.entries(CASES))('%s is found where it is, and only there', (code, { at, fails, passes }) => {
    const found = problemsOf(draw(fails), catalog).filter((problem) => problem.code === code);
    expect(found.map(({ element }) => element)).toEqual([at]);
    expect(problemsOf(draw(passes), catalog).filter((problem) => problem.code === code)).toEqual([]);
  });

  it.each(Object.entries(CASES))('%s says a sentence, and where in the file', (code, { fails }) => {
    const interaction = draw(fails);
    const problem = problemsOf(interaction, catalog).find((each) => each.code === code);
    expect(problem?.message).toMatch(/^[“A-Z].{20,}$/);
    expect(problem?.path).toMatch(/^(start|languages|variables|elements|connectors)/);
  });

  it.each(Object.entries(CASES).filter(([, { mends }]) => mends))(
    '%s is gone once its fix is applied',
    (code, { fails }) => {
      const interaction = draw(fails);
      const fix = problemsOf(interaction, catalog).find((problem) => problem.code === code)?.fix;
      const mended = checkInteraction(
        applyPatches({ ...interaction } as unknown as JsonObject, fix?.patches ?? []).value,
        catalog,
      );
      expect(mended.ok && problemsOf(mended.value, catalog).filter((problem) => problem.code === code)).toEqual([]);
    },
  );

  it('finds words of the expression language among the variables, too', () => {
    const interaction = draw({ variables: { for: { type: 'text', label: 'For' } }, elements: { s_a: say() } });
    const found = problemsOf(interaction, catalog).map(({ code, path }) => [code, path]);
    expect(found).toEqual([['data.reserved-name', 'variables.for']]);
  });

  it('names the address that no page leads to, also where a value stands in it', () => {
    const words = '[a]({where}) ![b](http://example.org/b.png) [c]\n\n[c]: javascript:x "C"\n\n<ftp://example.org>';
    const interaction = draw({ variables: { where: { type: 'text', label: 'W' } }, elements: { s_a: say(words) } });
    expect(problemsOf(interaction, catalog).map(({ message }) => /“([^”]*)” is shown/.exec(message)?.[1])).toEqual([
      '{where}',
      'http://example.org/b.png',
      'javascript:x',
      'ftp://example.org',
    ]);
  });

  it('places what is wrong with a cell of a decision table within the cell', () => {
    const logic = (cell: string, expression = 'age') => ({
      form: 'table',
      hitPolicy: 'unique',
      inputs: [{ id: 'age', label: 'Age', expression }],
      outputs: [],
      exits: [{ id: 'x', label: 'X' }],
      rules: [{ id: 'r1', when: { age: cell }, exit: 'x' }],
    });
    const found = (cell: string, expression?: string) =>
      problemsOf(
        draw({
          variables: { age: { type: 'number', label: 'Age', input: true } },
          elements: { d_a: { logic: logic(cell, expression) }, s_a: say() },
          connectors: ['d_a.x -> s_a', 'd_a.otherwise -> s_a'],
        }),
        catalog,
      ).flatMap(({ code, path, message, severity }) =>
        severity === 'error' ? [[code, path.replace('elements.d_a.logic.', ''), message]] : [],
      );
    expect(found('< 18')).toEqual([]);
    expect(found('18, < agee')).toEqual([
      [
        'data.expression',
        'rules.0.when.age',
        '“Row 1, Age” of “d_a”: There is no value called “agee”. Did you mean “age”? 18, < ▸agee◂',
      ],
    ]);
    const unfinished = '“Row 1, Age” of “d_a”: This is not finished. ▸<◂';
    expect(found('<')).toEqual([['data.expression', 'rules.0.when.age', unfinished]]);
    expect(found('1) or (true').map(([code, path]) => [code, path])).toEqual([
      ['decision.no-tests', 'rules.0.when.age'],
    ]);
    // What is wrong with the column is said of the column alone.
    expect(found('< 18', 'agee').map(([, path]) => path)).toEqual(['inputs.0.expression']);
    expect(found('< 18', '').map(([, path]) => path)).toEqual(['inputs.0.expression']);
  });

  it('makes a variable that is set as what is put into it', () => {
    const made = (elements: Drawing['elements']) => {
      const interaction = draw({ variables: { list: ORDERS }, elements, connectors: [] });
      const problem = problemsOf(interaction, catalog).find(({ code }) => code === 'data.unknown-variable');
      return problem?.fix?.patches.map(({ value }) => value);
    };
    const order = {
      type: 'record',
      fields: { number: { type: 'text' }, items: { type: 'list', items: { type: 'number' } } },
    };
    expect(made({ l_a: { list: 'list', item: 'order' } })).toEqual([{ ...order, label: 'order' }]);
    expect(made({ v_a: { rows: [{ variable: 'day', expression: 'today()' }] } })).toEqual([
      { type: 'date', label: 'day' },
    ]);
    expect(made({ i_a: call({ outputs: [{ variable: 'name', value: 'response.name' }] }) })).toEqual([
      { type: 'text', label: 'name' },
    ]);
  });

  it('finds values that do not fit the variable they are put into', () => {
    const assign = (expression: string) => ({
      variables: { count: { type: 'number', label: 'Count' } },
      elements: { v_a: { rows: [{ variable: 'count', expression }] } },
    });
    expect(codesOf(assign('"many"'))).toEqual(['data.expression']);
    expect(codesOf(assign('null'))).toEqual([]);
    expect(codesOf(assign('customer.count'))).toEqual([]);
  });

  it('finds what is wrong with paths and addresses, and lets outputs read what came back', () => {
    const elements = {
      i_a: call({ path: '/orders/{nubmer}', outputs: [{ variable: 'count', value: 'response.count' }] }),
    };
    const variables = { count: { type: 'number', label: 'Count' } };
    const found = problemsOf(draw({ variables, elements }), catalog).filter(({ code }) => code.startsWith('data.'));
    expect(found.map(({ path }) => path)).toEqual(['elements.i_a.path']);
  });

  it.each([
    ['waits for a call', { i_a: call({}) }, ['i_a.done -> i_a', 'i_a.failed -> i_a', 'i_a.timed_out -> i_a']],
    ['waits for a time', { w_a: { until: { kind: 'duration', duration: 'PT1M' } } }, ['w_a -> w_a']],
    ['waits until a mail was sent', { m_a: { ...MAIL, untilSent: true } }, ['m_a -> m_a', 'm_a.failed -> m_a']],
    [
      'goes round the items of a list',
      { l_a: { list: '[1]', item: 'n' }, v_a: { rows: [] } },
      ['l_a.each -> v_a', 'v_a -> l_a'],
    ],
  ])('lets a cycle be that %s', (_what, elements: Drawing['elements'], connectors) => {
    const found = problemsOf(draw({ elements, connectors }), catalog).map(({ code }) => code);
    expect(found).not.toContain('graph.cycle-never-waits');
  });

  it.each([
    ['sends mails without end', { m_a: MAIL }, ['m_a -> m_a']],
    ['begins a loop anew without end', { l_a: { list: '[1]', item: 'n' } }, ['l_a.each -> l_a', 'l_a.done -> l_a']],
  ])('finds a cycle that %s', (_what, elements: Drawing['elements'], connectors) => {
    const found = problemsOf(draw({ elements, connectors }), catalog).map(({ code }) => code);
    expect(found).toContain('graph.cycle-never-waits');
  });

  it('says of other Interactions only what it knows of them', () => {
    const u_a = { interaction: 'int_who', outcomes: [], outputs: [], inputs: [{ variable: 'age', value: '1' }] };
    const interaction = draw({ elements: { u_a, s_a: say() }, connectors: ['u_a -> s_a'] });
    const found = (callee?: ModelContext['callee']) => problemsOf(interaction, catalog, callee).map(({ code }) => code);
    expect(found()).toEqual([]);
    expect(found(() => undefined)).toEqual(['sub-interaction.unknown']);
    const who = draw({ id: 'int_who', variables: { name: { type: 'text', label: 'Name' } }, elements: { s_a: say() } });
    expect(found(() => calleeFace(who, catalog))).toEqual(['sub-interaction.unknown-input']);
  });

  it('finds a variable that is declared as a list of something else', () => {
    const problem = { type: 'list', items: { type: 'text' }, label: 'Problems' };
    const drawing = { variables: { problem }, elements: { q_a: many, c_a: pick('a') } };
    const found = problemsOf(draw({ ...drawing, connectors: ['q_a.choices -> c_a'] }), catalog);
    expect(found.map(({ code }) => code)).toEqual(['data.missing-variable']);
    expect(found[0]?.message).toContain('as list of option, but the variable is declared as list of text');
    expect(found[0]?.fix?.patches[0]?.value).toEqual(options);
  });

  it('says nothing of Choices that several may be chosen of and that lead nowhere', () => {
    const elements = { q_a: many, c_a: pick('a'), c_b: pick('b'), s_a: say() };
    const connectors = ['q_a.choices -> c_a', 'q_a.choices -> c_b', 'q_a.next -> s_a'];
    expect(problemsOf(draw({ variables: { problem: options }, elements, connectors }), catalog)).toEqual([]);
  });

  it('puts errors first', () => {
    const ranks = problemsOf(draw({ elements: { s_a: say(' '), s_b: say() } }), catalog).map(
      ({ severity }) => severity,
    );
    expect(ranks).toEqual(['error', 'warning']);
  });
});
