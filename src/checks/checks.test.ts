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
        '“Row 1, Age” of “d_a”: There is no value called “agee”. Did you mean “age”? (at 7)',
      ],
    ]);
    expect(found('<')).toEqual([
      ['data.expression', 'rules.0.when.age', '“Row 1, Age” of “d_a”: This is not finished. (at 2)'],
    ]);
    expect(found('1) or (true').map(([code, path]) => [code, path])).toEqual([
      ['decision.no-tests', 'rules.0.when.age'],
    ]);
    // What is wrong with the column is said of the column alone.
    expect(found('< 18', 'agee').map(([, path]) => path)).toEqual(['inputs.0.expression']);
    expect(found('< 18', '').map(([, path]) => path)).toEqual(['inputs.0.expression']);
  });

  it('puts errors first', () => {
    const ranks = problemsOf(draw({ elements: { s_a: say(' '), s_b: say() } }), catalog).map(
      ({ severity }) => severity,
    );
    expect(ranks).toEqual(['error', 'warning']);
  });
});
