import { describe, expect, it } from 'vitest';
import { checkExpression, parseExpression } from '../expression.ts';
import type { Scope, ValueType } from '../value-type.ts';

const SCOPE: Scope = {
  age: { kind: 'number' },
  name: { kind: 'text' },
  problem: { kind: 'option' },
  vip: { kind: 'boolean' },
  due: { kind: 'date' },
  called_at: { kind: 'date-time' },
  fee: { kind: 'money' },
  photo: { kind: 'file' },
  answer: { kind: 'any' },
  tags: { kind: 'list', items: { kind: 'text' } },
  customer: { kind: 'record', fields: { city: { kind: 'text' }, age: { kind: 'number' }, since: { kind: 'date' } } },
  orders: {
    kind: 'list',
    items: {
      kind: 'record',
      fields: { total: { kind: 'money' }, shipped: { kind: 'boolean' }, day: { kind: 'date' } },
    },
  },
};

function check(source: string, expected?: ValueType) {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`);
  return checkExpression(parsed.value, SCOPE, expected);
}

describe('a pattern that stands in the expression', () => {
  it('is read before any value meets it', () => {
    expect(check('matches(name, "A(")').problems).toMatchObject([
      { code: 'expression.bad-pattern', from: 14, to: 18, message: expect.stringContaining('A group is not closed') },
    ]);
    expect(check('replace(name, "[a", "b")').problems).toMatchObject([{ code: 'expression.bad-pattern' }]);
    expect(check('matches(name, "A(", "q")').problems).toEqual([]);
    expect(check('matches(name, "^A(b|c)$") and matches(name, name)').problems).toEqual([]);
  });
});

describe('the type of an expression', () => {
  it.each<[string, ValueType]>([
    ['age + 1', { kind: 'number' }],
    ['"Hello " + name', { kind: 'text' }],
    ['age > 17 and vip', { kind: 'boolean' }],
    ['problem = "billing"', { kind: 'boolean' }],
    ['if vip then age else null', { kind: 'number' }],
    ['if vip then problem else name', { kind: 'text' }],
    ['if vip then age else name', { kind: 'any' }],
    ['fee * 2', { kind: 'money' }],
    ['fee / fee', { kind: 'number' }],
    ['fee.amount', { kind: 'number' }],
    ['due + @"P1M"', { kind: 'date' }],
    ['due - due', { kind: 'duration' }],
    ['@"P1D" * 2', { kind: 'duration' }],
    ['due.year', { kind: 'number' }],
    ['called_at.time offset', { kind: 'duration' }],
    ['photo.size', { kind: 'number' }],
    ['customer.city', { kind: 'text' }],
    ['orders[1].total', { kind: 'money' }],
    ['orders[shipped].total', { kind: 'list', items: { kind: 'money' } }],
    ['sum(orders.total)', { kind: 'money' }],
    ['min(1, 2)', { kind: 'number' }],
    ['tags[item = "a"]', { kind: 'list', items: { kind: 'text' } }],
    ['[1, 2, null]', { kind: 'list', items: { kind: 'number' } }],
    ['{a: 1, b: a}', { kind: 'record', fields: { a: { kind: 'number' }, b: { kind: 'number' } } }],
    ['for o in orders return o.day', { kind: 'list', items: { kind: 'date' } }],
    ['for i in 1..3 return i', { kind: 'list', items: { kind: 'number' } }],
    ['some o in orders satisfies o.shipped', { kind: 'boolean' }],
    ['(function(x: number) x + 1)(2)', { kind: 'number' }],
    ['{double: function(x) x * 2, r: double(3)}.r', { kind: 'any' }],
    ['string length(name)', { kind: 'number' }],
    ['append(tags, "x")', { kind: 'list', items: { kind: 'text' } }],
    ['answer.anything', { kind: 'any' }],
    ['age in [1..5]', { kind: 'boolean' }],
    ['count(orders)', { kind: 'number' }],
    ['null', { kind: 'null' }],
  ])('%s', (source, type) => {
    expect(check(source)).toEqual({ type, problems: [] });
  });
});

describe('a mistake in an expression', () => {
  it.each([
    ['agee > 17', 'expression.unknown-variable', 'agee', 'There is no value called “agee”. Did you mean “age”?'],
    ['zipcode = "1"', 'expression.unknown-variable', 'zipcode', 'There is no value called “zipcode”.'],
    ['age = "17"', 'expression.wrong-type', 'age = "17"', 'A number and a text cannot be compared.'],
    ['vip > true', 'expression.wrong-type', 'vip > true', 'Yes or no is neither less nor more than another.'],
    ['age + name', 'expression.wrong-type', 'age + name', '“+” cannot be used between a number and a text.'],
    ['-name', 'expression.wrong-type', '-name', '“-” cannot stand before a text.'],
    ['fee + due', 'expression.wrong-type', 'fee + due', '“+” cannot be used between an amount of money and a date.'],
    ['name and vip', 'expression.wrong-type', 'name', 'A condition is needed here, not a text.'],
    ['if age then 1 else 2', 'expression.wrong-type', 'age', 'A condition is needed here, not a number.'],
    ['customer.town', 'expression.unknown-field', 'town', 'There is no “town” in a record.'],
    ['customer.citi', 'expression.unknown-field', 'citi', 'There is no “citi” in a record. Did you mean “city”?'],
    ['age.x', 'expression.unknown-field', 'x', 'There is no “x” in a number.'],
    ['orders.totl', 'expression.unknown-field', 'totl', 'There is no “totl” in a record. Did you mean “total”?'],
    ['tags[name]', 'expression.wrong-type', 'name', 'A filter needs a condition or a place in the list, not a text.'],
    ['lenght(name)', 'expression.unknown-function', 'lenght', 'There is no function “lenght”.'],
    [
      'uper case(name)',
      'expression.unknown-function',
      'uper case',
      'There is no function “uper case”. Did you mean “upper case”?',
    ],
    ['upper case()', 'expression.wrong-arguments', 'upper case()', 'Write upper case(string).'],
    ['upper case(text: name)', 'expression.wrong-arguments', 'upper case(text: name)', 'Write upper case(string).'],
    ['upper case(age)', 'expression.wrong-type', 'age', '“upper case” needs a text here, not a number.'],
    ['substring(name, "1")', 'expression.wrong-type', '"1"', '“substring” needs a number here, not a text.'],
    ['sum(1, 2)[1] and vip', 'expression.wrong-type', 'sum(1, 2)[1]', 'A condition is needed here, not a number.'],
    ['age(1)', 'expression.wrong-type', 'age', 'A number cannot be called.'],
    ['(function(a) a)(1, 2)', 'expression.wrong-arguments', '(function(a) a)(1, 2)', 'The function takes a.'],
    ['function(a: thing) a', 'expression.unknown-type', 'thing', 'There is no such type.'],
    ['age instance of thing', 'expression.unknown-type', 'thing', 'There is no such type.'],
    ['due > @"2026-02-30"', 'expression.bad-value', '@"2026-02-30"', '“2026-02-30” is no date, time or duration.'],
    ['age in ["a", "b"]', 'expression.wrong-type', '["a", "b"]', 'A number and a text cannot be compared.'],
    [
      'age between "a" and 5',
      'expression.wrong-type',
      'age between "a" and 5',
      'A number and a text cannot be compared.',
    ],
    ['for i in "a".."c" return i', 'expression.wrong-type', '"a".."c"', 'Only whole numbers and dates can be counted.'],
    ['{a: 1, a: 2}', 'expression.bad-value', 'a', '“a” cannot be an entry here.'],
    ['?', 'expression.unknown-variable', '?', '“?” has no value here.'],
  ])('%s is told with its place', (source, code, place, message) => {
    const [problem, ...more] = check(source).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, message });
    expect(source.slice(problem?.from, problem?.to)).toBe(place);
  });

  it('is told where another type is wanted', () => {
    expect(check('age', { kind: 'boolean' }).problems).toMatchObject([
      { code: 'expression.wrong-type', message: 'This is a number, but yes or no is needed.' },
    ]);
    expect(check('null', { kind: 'boolean' }).problems).toEqual([]);
    expect(check('problem', { kind: 'text' }).problems).toEqual([]);
    expect(check('[1]', { kind: 'list', items: { kind: 'text' } }).problems).toHaveLength(1);
  });

  it('is told for each place, from left to right', () => {
    expect(check('x1 + x2').problems.map(({ from }) => from)).toEqual([0, 5]);
  });

  it('is not told where nobody can know', () => {
    expect(check('answer.x > 3 and answer[y = 1][1].z = "a"').problems).toEqual([]);
  });
});
