import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowGroup } from '#expressions/rows/row.ts';
import { rowsToFeel } from '#expressions/rows/rows-to-feel.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { JsonObject } from '#prelude/json.ts';
import { decide, decisionProgram } from '#test/factories/decide.ts';
import { rulesToTable } from './rules-to-table.ts';
import type { Rule, TableLogic } from './settings.ts';
import { tableToRules } from './table-to-rules.ts';

const SCOPE: Scope = { age: { kind: 'number' }, tier: { kind: 'option' }, vip: { kind: 'boolean' } };
const VARIABLES: JsonObject = {
  age: { type: 'number', label: 'Age', input: true },
  tier: { type: 'option', label: 'Tier', input: true },
  vip: { type: 'boolean', label: 'VIP', input: true },
};
const GIVEN: readonly JsonObject[] = [undefined, 0, 1, 2].flatMap((age) =>
  [undefined, 'gold', 'iron'].flatMap((tier) =>
    [undefined, true, false].map((vip) => ({
      ...(age === undefined ? {} : { age }),
      ...(tier === undefined ? {} : { tier }),
      ...(vip === undefined ? {} : { vip }),
    })),
  ),
);
const labelOf = (variable: string) => variable.toUpperCase();
const ruleOf = (when: string, index: number): Rule => ({ id: `rule_${index}`, label: `Rule ${index}`, when });
const asJson = (logic: object) => logic as JsonObject;

function table(rules: readonly Rule[]): TableLogic {
  const made = rulesToTable({ form: 'rules', rules: [...rules] }, SCOPE, labelOf);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

type Node = RowGroup['rows'][number];
const row: fc.Arbitrary<Node> = fc.oneof(
  fc.record({
    variable: fc.constant('age'),
    comparator: fc.constantFrom('equals', 'is-not', 'less-than', 'more-than', 'at-least'),
    value: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    variable: fc.constant('tier'),
    comparator: fc.constantFrom('equals', 'is-not'),
    value: fc.constantFrom('gold', 'iron'),
  }),
  fc.record({ variable: fc.constant('vip'), comparator: fc.constant('equals'), value: fc.boolean() }),
  fc.record({ variable: fc.constantFrom('age', 'vip'), comparator: fc.constantFrom('is-set', 'is-not-set') }),
) as fc.Arbitrary<Node>;
const group = fc.letrec<{ group: RowGroup; each: Node }>((tie) => ({
  group: fc.record({ match: fc.constantFrom('all', 'any'), rows: fc.array(tie('each'), { maxLength: 3 }) }),
  each: fc.oneof({ maxDepth: 2 }, row, tie('group')),
})).group;

describe('rules as a table', () => {
  it('decide as before', () => {
    const text = fc.constantFrom('age + 1 > 2', 'if vip then age = 1 else age = 2');
    const when = fc.oneof({ weight: 4, arbitrary: group.map((rows) => rowsToFeel(rows, SCOPE)) }, text);
    fc.assert(
      fc.property(fc.array(when, { maxLength: 3 }), (whens) => {
        const rules = whens.map(ruleOf);
        const made = rulesToTable({ form: 'rules', rules }, SCOPE, labelOf);
        // Some rules hold in more ways than a table has room for; that is refused, and tried below.
        fc.pre(made.ok || !/more than 64 ways/.test(made.error));
        const before = decisionProgram(asJson({ form: 'rules', rules }), VARIABLES);
        const after = decisionProgram(asJson(table(rules)), VARIABLES);
        for (const given of GIVEN) expect(decide(after, given).exit).toBe(decide(before, given).exit);
      }),
      { numRuns: 100 },
    );
  });

  it('has a column for each variable, and the tests as one would write them', () => {
    const made = table([
      ruleOf('age >= 1 and age < 2 and tier in ["gold", "iron"]', 1),
      ruleOf('vip = true or tier != "gold"', 2),
      ruleOf('age + 1 > 2', 3),
    ]);
    expect(made.inputs).toEqual([
      { id: 'age', label: 'AGE', expression: 'age' },
      { id: 'tier', label: 'TIER', expression: 'tier' },
      { id: 'vip', label: 'VIP', expression: 'vip' },
      { id: 'age_1_2', label: '', expression: 'age + 1 > 2' },
    ]);
    expect(made.rules).toEqual([
      { id: 'rule_1', when: { age: '[1..2)', tier: '"gold", "iron"' }, exit: 'rule_1' },
      { id: 'rule_2', when: { vip: 'true' }, exit: 'rule_2' },
      { id: 'rule_2_2', when: { tier: 'not("gold")' }, exit: 'rule_2' },
      { id: 'rule_3', when: { age_1_2: 'true' }, exit: 'rule_3' },
    ]);
  });

  it('is refused where a rule cannot be read, or would fill too many rows', () => {
    const refused = (when: string) => rulesToTable({ form: 'rules', rules: [ruleOf(when, 1)] }, SCOPE, labelOf);
    expect(refused('age >')).toMatchObject({ ok: false, error: expect.stringMatching(/^“Rule 1” cannot be read/) });
    const pair = '(age = 1 or tier = "gold")';
    expect(refused(Array.from({ length: 7 }, () => pair).join(' and '))).toMatchObject({
      ok: false,
      error: '“Rule 1” holds in more than 64 ways',
    });
  });
});

const cell = fc.constantFrom('-', '1', '< 2', '>= 1', '[0..1]', 'not(1)', '0, 2');
const tableRow = fc.record({
  when: fc.record({ age: cell, tier: fc.constantFrom('-', '"gold"', 'not("gold")') }),
  exit: fc.constantFrom('x', 'y', 'otherwise'),
});
const anyTable = fc
  .record({
    hitPolicy: fc.constantFrom('unique', 'first', 'any', 'priority'),
    rows: fc.array(tableRow, { maxLength: 4 }),
  })
  .map(
    ({ hitPolicy, rows }): TableLogic => ({
      form: 'table',
      hitPolicy,
      inputs: [
        { id: 'age', label: 'Age', expression: 'age' },
        { id: 'tier', label: 'Tier', expression: 'tier' },
      ],
      outputs: [],
      exits: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
      rules: rows.map((each, index) => ({ id: `r${index}`, ...each })),
    }),
  );

describe('a table as rules', () => {
  it('decides as before, wherever the table did not stop', () => {
    fc.assert(
      fc.property(anyTable, (logic) => {
        const made = tableToRules(logic, SCOPE);
        if (!made.ok) {
          expect(logic.hitPolicy).toBe('first');
          return;
        }
        const before = decisionProgram(asJson(logic), VARIABLES);
        const after = decisionProgram(asJson(made.value.logic), VARIABLES);
        for (const given of GIVEN) {
          const was = decide(before, given);
          if (was.failed === undefined) expect(decide(after, given).exit).toBe(was.exit);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the ids of the ways out, and joins rows that share one', () => {
    const made = tableToRules(
      {
        form: 'table',
        hitPolicy: 'unique',
        inputs: [{ id: 'a', label: 'Age', expression: 'age' }],
        outputs: [],
        exits: [
          { id: 'x', label: 'X' },
          { id: 'none', label: 'None' },
        ],
        rules: [
          { id: 'r1', when: { a: '< 1' }, exit: 'x' },
          { id: 'r2', when: { a: '[5..9]' }, exit: 'x', note: 'Nearly done' },
        ],
      },
      SCOPE,
    );
    expect(made).toEqual({
      ok: true,
      value: {
        logic: {
          form: 'rules',
          rules: [
            { id: 'x', label: 'X', when: 'age < 1 or age between 5 and 9' },
            { id: 'none', label: 'None', when: 'false' },
          ],
        },
        loses: 'Rules do not stop where several match: the first is taken. The notes of the rows are gone.',
      },
    });
  });

  it.each<[string, Partial<TableLogic>]>([
    ['The table sets variables, which rules do not', { outputs: [{ id: 'o', variable: 'age', otherwise: '1' }] }],
    [
      'Row 1, column “Age”, cannot be read',
      { rules: [{ id: 'r1', when: { a: '<' }, exit: 'x' }], hitPolicy: 'priority' },
    ],
    [
      'Row 3 comes after rows that lead elsewhere, and rules are asked way out by way out',
      {
        rules: [
          { id: 'r1', when: { a: '1' }, exit: 'x' },
          { id: 'r2', when: { a: '< 5' }, exit: 'y' },
          { id: 'r3', when: { a: '4' }, exit: 'x' },
        ],
      },
    ],
  ])('is refused: %s', (error, parts) => {
    const logic: TableLogic = {
      form: 'table',
      hitPolicy: 'first',
      inputs: [{ id: 'a', label: 'Age', expression: 'age' }],
      outputs: [],
      exits: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
      rules: [],
      ...parts,
    };
    expect(tableToRules(logic, SCOPE)).toEqual({ ok: false, error });
  });
});
