import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { JsonObject } from '#prelude/json.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
import { compile } from '../program.ts';
import { runTests } from '../run-tests.ts';
import { readPlace } from './coverage.ts';

const AGE: JsonObject = { age: { type: 'number', label: 'Age', input: true } };

const RULES: Drawing = {
  variables: AGE,
  elements: {
    d_age: {
      logic: {
        form: 'rules',
        rules: [
          { id: 'child', label: 'Child', when: 'age < 18' },
          { id: 'old', label: 'Old', when: 'age > 65' },
        ],
      },
    },
    e_out: { outcome: 'completed' },
  },
  connectors: ['d_age.child -> e_out', 'd_age.old -> e_out', 'd_age.otherwise -> e_out'],
};

/** Two rows that lead out by the same way: the exits alone do not tell them apart. */
const TABLE: Drawing = {
  ...RULES,
  elements: {
    d_age: {
      version: 2,
      logic: {
        form: 'table',
        hitPolicy: 'first',
        inputs: [{ id: 'age', label: 'Age', expression: 'age' }],
        outputs: [],
        exits: [{ id: 'cheap', label: 'Reduced' }],
        rules: [
          { id: 'r_child', when: { age: '< 18' }, exit: 'cheap' },
          { id: 'r_old', when: { age: '> 65' }, exit: 'cheap' },
        ],
      },
    },
    e_out: { outcome: 'completed' },
  },
  connectors: ['d_age.cheap -> e_out', 'd_age.otherwise -> e_out'],
};

function covered(drawing: Drawing, ...ages: number[]) {
  const tests = Object.fromEntries(
    ages.map((age, n) => [`t_${n}`, { name: `Age ${age}`, given: { age }, answers: [], expect: {} }]),
  );
  return runTests(compile(draw({ ...drawing, tests }), catalog), 0).coverage;
}

describe('coverage of what deciding comes to', () => {
  it('counts every rule, and that none was true', () => {
    expect(covered(RULES).rules).toEqual({
      reached: 0,
      all: 3,
      missing: ['d_age#child', 'd_age#old', 'd_age#otherwise'],
    });
    expect(covered(RULES, 70, 30).rules).toEqual({ reached: 2, all: 3, missing: ['d_age#child'] });
    expect(covered(RULES, 7, 70, 30).rules.missing).toEqual([]);
  });

  it('tells rows of a table apart that lead out by one way', () => {
    const { exits, rules } = covered(TABLE, 7, 30);
    expect(exits.missing).toEqual([]);
    expect(rules).toEqual({ reached: 2, all: 3, missing: ['d_age#r_old'] });
  });

  it('of an Interaction that decides nothing is of nothing', () => {
    const { rules } = covered({ variables: AGE, elements: { e_out: { outcome: 'completed' } } });
    expect(rules).toEqual({ reached: 0, all: 0, missing: [] });
  });

  it('is read back as the element and what it names', () => {
    expect(readPlace('d_age#r.1')).toEqual({ element: 'd_age', name: 'r.1' });
    expect(readPlace('q_a.timed_out')).toEqual({ element: 'q_a', name: 'timed_out' });
  });
});

describe('a test whose run breaks', () => {
  const broken: Drawing = { elements: { d_age: RULES.elements.d_age ?? {} }, variables: AGE };
  const withExpectation = (expected: JsonObject) =>
    runTests(compile(draw({ ...broken, tests: { t_1: { name: 'Any', answers: [], expect: expected } } }), catalog), 0)
      .results[0];

  it('fails and says where, whatever it expects', () => {
    expect(withExpectation({})).toMatchObject({ passed: false, failures: [{ kind: 'broke', at: 'd_age' }] });
  });

  it('passes where just that is expected', () => {
    expect(withExpectation({ outcome: 'failed' })).toMatchObject({ passed: true });
  });
});
