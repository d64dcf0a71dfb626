import fc from 'fast-check';
import { expect, it } from 'vitest';
import { problemsOf } from '#checks/registry.ts';
import { catalog } from '#elements/catalog.ts';
import type { JsonObject } from '#prelude/json.ts';
import { decide, decisionProgram } from '#test/factories/decide.ts';
import { draw, text } from '#test/factories/draw.ts';

const VARIABLES = { age: { type: 'number', label: 'Age' }, member: { type: 'boolean', label: 'Member' } };
const INPUTS = Object.entries(VARIABLES).map(([id, { label }]) => ({ id, label, expression: id }));
const EXITS = ['x', 'y'].map((id) => ({ id, label: id }));

const ages = [
  '< 5',
  '>= 5',
  '[1..3]',
  '(2..4)',
  '5',
  'not(3)',
  '-',
  '1, 2',
  '> 2, < 0',
  '!= 4',
  ']1..3]',
  '[3..1]',
  'not([1..3])',
];
const members = ['true', 'false', '-', 'not(true)', 'true, false'];

const rule = fc.record({
  age: fc.constantFrom(...ages),
  member: fc.constantFrom(...members),
  exit: fc.constantFrom('x', 'y'),
});
type Rule = { readonly age: string; readonly member: string; readonly exit: string };
type Policy = 'unique' | 'first' | 'any' | 'priority';

function tableOf(hitPolicy: Policy, rules: readonly Rule[]): JsonObject {
  const rows = rules.map(({ age, member, exit }, n) => ({ id: `r_${n}`, when: { age, member }, exit }));
  return { form: 'table', hitPolicy, inputs: INPUTS, outputs: [], exits: EXITS, rules: rows };
}

function told(table: JsonObject) {
  const connectors = ['x', 'y', 'otherwise'].map((exit) => `d_it.${exit} -> s_it`);
  const elements = { d_it: { version: 2, logic: table }, s_it: { text: text('It') } };
  return problemsOf(draw({ variables: VARIABLES, elements, connectors }), catalog);
}

/** Every value that could make a difference to one of the cells. */
const PEOPLE = Array.from({ length: 17 }, (_, half) => half / 2 - 1).flatMap((age) =>
  [true, false].map((member) => ({ age, member })),
);

/** The places of the rows that match, for each of the people: each row is asked by itself. */
function matching(rules: readonly Rule[]): readonly (readonly number[])[] {
  const alone = rules.map((each) => decisionProgram(tableOf('first', [each]), VARIABLES));
  return PEOPLE.map((person) =>
    alone.flatMap((program, place) => (decide(program, person).exit === 'otherwise' ? [] : [place])),
  );
}

it('says of a table what comes out when it is tried with everything: gaps, rows that meet, rows that are never taken', () => {
  const policy = fc.constantFrom<Policy>('unique', 'first', 'any', 'priority');
  fc.assert(
    fc.property(policy, fc.array(rule, { minLength: 1, maxLength: 4 }), (hitPolicy, rules) => {
      const found = told(tableOf(hitPolicy, rules));
      const matches = matching(rules);
      const exitOf = (place: number) => rules[place]?.exit ?? '';
      expect(found.some(({ code }) => code === 'decision.gap')).toBe(matches.some((places) => places.length === 0));
      const meets = matches.some((places) =>
        hitPolicy === 'any' ? new Set(places.map(exitOf)).size > 1 : hitPolicy === 'unique' && places.length > 1,
      );
      expect(found.some(({ code }) => code === 'decision.rows-overlap')).toBe(meets);
      const stopped = hitPolicy === 'unique' || hitPolicy === 'any';
      const taken = matches.flatMap((places) => {
        if (stopped || hitPolicy === 'first') return stopped ? places : places.slice(0, 1);
        return places.toSorted((a, b) => exitOf(a).localeCompare(exitOf(b)) || a - b).slice(0, 1);
      });
      const never = rules.flatMap((_each, place) =>
        taken.includes(place) ? [] : [`elements.d_it.logic.rules.${place}`],
      );
      const said = found.flatMap(({ code, path }) => (code === 'decision.row-never-taken' ? [path] : []));
      expect([...said].sort()).toEqual(never);
    }),
    { numRuns: 300 },
  );
});

it('says so where no row matches anything at all', () => {
  const found = told(tableOf('first', [{ age: '[3..1]', member: '-', exit: 'x' }]));
  expect(found.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Row 1 is never taken, as there is nothing that its cell for “Age” matches/),
      expect.stringMatching(/^No row matches anything, so it always goes on by otherwise/),
    ]),
  );
});
