import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
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
  'data.secret-variable': {
    at: 'q_a',
    fails: { variables: { pin: { type: 'text', label: 'PIN' } }, elements: { q_a: pin } },
    passes: { variables: { pin: { type: 'text', label: 'PIN', privacy: 'secret' } }, elements: { q_a: pin } },
    mends: true,
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
    expect(problem?.path).toMatch(/^(start|variables|elements|connectors)/);
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
