import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { decide, decisionProgram } from '#test/factories/decide.ts';

const VARIABLES: JsonObject = {
  age: { type: 'number', label: 'Age', input: true },
  tier: { type: 'option', label: 'Tier', input: true },
  fee: { type: 'number', label: 'Fee' },
};

/** A cell by what it means, so that the oracle reads no FEEL. */
type Cell<Value> = { readonly text: string; readonly takes: (value: Value | undefined) => boolean };

const number = fc.integer({ min: 0, max: 4 });
const ageCell: fc.Arbitrary<Cell<number>> = fc.oneof(
  fc.constantFrom('-', '').map((text) => ({ text, takes: () => true })),
  number.map((n) => ({ text: `${n}`, takes: (age: number | undefined) => age === n })),
  number.map((n) => ({ text: `< ${n}`, takes: (age: number | undefined) => age !== undefined && age < n })),
  number.map((n) => ({ text: `>= ${n}`, takes: (age: number | undefined) => age !== undefined && age >= n })),
  fc.tuple(number, number).map(([a, b]) => ({
    text: `[${a}..${b})`,
    takes: (age: number | undefined) => age !== undefined && age >= a && age < b,
  })),
);
const tierCell: fc.Arbitrary<Cell<string>> = fc.oneof(
  fc.constant({ text: '-', takes: () => true }),
  fc.subarray(['gold', 'iron', 'tin'], { minLength: 1 }).map((tiers) => ({
    text: tiers.map((tier) => JSON.stringify(tier)).join(', '),
    takes: (tier: string | undefined) => tier !== undefined && tiers.includes(tier),
  })),
  fc.subarray(['gold', 'iron', 'tin'], { minLength: 1 }).map((tiers) => ({
    text: `not(${tiers.map((tier) => JSON.stringify(tier)).join(', ')})`,
    takes: (tier: string | undefined) => tier === undefined || !tiers.includes(tier),
  })),
);

interface Row {
  readonly age: Cell<number>;
  readonly tier: Cell<string>;
  readonly exit: string;
  readonly fee: number | undefined;
}
const EXITS = ['x', 'y', 'z'] as const;
const row: fc.Arbitrary<Row> = fc.record({
  age: ageCell,
  tier: tierCell,
  exit: fc.constantFrom(...EXITS, 'otherwise'),
  fee: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
});
const policy = fc.constantFrom('unique', 'first', 'any', 'priority');

function logicOf(rows: readonly Row[], hitPolicy: string): JsonObject {
  return {
    form: 'table',
    hitPolicy,
    inputs: [
      { id: 'a', label: 'Age', expression: 'age' },
      { id: 't', label: 'Tier', expression: 'tier' },
    ],
    outputs: [{ id: 'f', variable: 'fee', otherwise: '9' }],
    exits: EXITS.map((id) => ({ id, label: id })),
    rules: rows.map(({ age, tier, exit, fee }, index) => ({
      id: `r${index}`,
      when: { a: age.text, t: tier.text },
      exit,
      ...(fee === undefined ? {} : { set: { f: `${fee}` } }),
    })),
  };
}

/** What DMN says of each policy, without any of our code. */
function oracle(rows: readonly Row[], hitPolicy: string, age: number | undefined, tier: string | undefined) {
  const matching = rows
    .map((each, index) => ({ ...each, by: `r${index}` }))
    .filter((each) => each.age.takes(age) && each.tier.takes(tier));
  const [first] = matching;
  if (!first) return { by: 'otherwise', exit: 'otherwise', fee: 9 };
  if (hitPolicy === 'unique' && matching.length > 1) return { failed: 'decision.several-rows' };
  const differ = matching.some(({ exit, fee }) => exit !== first.exit || fee !== first.fee);
  if (hitPolicy === 'any' && differ) return { failed: 'decision.rows-differ' };
  if (hitPolicy !== 'priority') return first;
  const order = [...EXITS, 'otherwise'];
  return matching.toSorted((a, b) => order.indexOf(a.exit) - order.indexOf(b.exit))[0] ?? first;
}

describe('a decision table', () => {
  it('decides as a reader of the table would', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), policy, (rows, hitPolicy) => {
        const program = decisionProgram(logicOf(rows, hitPolicy), VARIABLES);
        for (const age of [undefined, 0, 1, 2, 3, 4]) {
          for (const tier of [undefined, 'gold', 'iron', 'other']) {
            const given = { ...(age === undefined ? {} : { age }), ...(tier === undefined ? {} : { tier }) };
            const decided = decide(program, given);
            const wanted = oracle(rows, hitPolicy, age, tier);
            const where = JSON.stringify({ given, message: decided.message });
            if ('failed' in wanted) {
              expect(decided.failed, where).toBe(wanted.failed);
              continue;
            }
            expect(decided.exit, where).toBe(wanted.exit);
            expect(decided.why?.by, where).toBe(wanted.by);
            expect(decided.variables.fee, where).toBe(wanted.fee);
            expect(decided.why?.read).toEqual(given);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says which row was taken, though rows share their way out, and by which values', () => {
    const logic = {
      form: 'table',
      hitPolicy: 'unique',
      inputs: [{ id: 'age', label: 'Age', expression: 'age' }],
      outputs: [{ id: 'fee', variable: 'fee' }],
      exits: [{ id: 'help', label: 'Help' }],
      rules: [
        { id: 'young', when: { age: '< 18' }, exit: 'help', set: { fee: '1' } },
        { id: 'old', when: { age: '> 65' }, exit: 'help', set: { fee: 'age - 60' } },
      ],
    };
    const decided = decide(decisionProgram(logic, VARIABLES), { age: 70 });
    expect(decided.exit).toBe('help');
    expect(decided.why).toEqual({ by: 'old', expression: 'age in (> 65)', read: { age: 70 } });
    expect(decided.events.find((event) => event.kind === 'variable-set')).toMatchObject({
      key: 'fee',
      value: 10,
      cause: { by: 'old', expression: 'age - 60', read: { age: 70 } },
    });
  });

  it('names the rows that both match where it stops, and the cell that nobody can read', () => {
    const rows = (first: string) => ({
      form: 'table',
      hitPolicy: 'unique',
      inputs: [{ id: 'a', label: 'Age', expression: 'age' }],
      outputs: [],
      exits: [{ id: 'x', label: 'X' }],
      rules: [
        { id: 'r1', when: { a: first }, exit: 'x' },
        { id: 'r2', when: { a: '> 5' }, exit: 'x' },
        { id: 'r3', when: {}, exit: 'x' },
      ],
    });
    expect(decide(decisionProgram(rows('7'), VARIABLES), { age: 7 }).message).toMatch(/^The rows 1, 2 and 3 match/);
    expect(decide(decisionProgram(rows('>'), VARIABLES), { age: 7 }).message).toBe(
      'Row 1, column “Age”, cannot be read: This is not finished.',
    );
  });
});
