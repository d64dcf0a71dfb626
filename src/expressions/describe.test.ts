import { expect, it } from 'vitest';
import { describeExpression } from './describe.ts';
import { parseExpression } from './expression.ts';

it.each([
  ['problem = "billing" and age > 17', 'problem equals billing and age is more than 17'],
  ['a = 1 or b = 2 and c = 3', 'a equals 1 or (b equals 2 and c equals 3)'],
  ['name = ""', 'name equals “”'],
  ['name != "this and that"', 'name is not “this and that”'],
  ['name != null', 'name is set'],
  ['name = null', 'name is not set'],
  ['vip = true', 'vip is yes'],
  ['due < @"2026-01-31"', 'due is before 2026-01-31'],
  ['wait >= @"PT20S"', 'wait is at least PT20S'],
  ['age between 1 and 5', 'age is between 1 and 5'],
  ['problem in ["a", "b", "c"]', 'problem is one of a, b or c'],
  ['not(problem in ["a", "b"])', 'problem is not one of a or b'],
  ['age in [1..5]', 'age is between 1 to 5'],
  ['age in (> 5, < 2)', 'age is one of more than 5 or less than 2'],
  ['contains(name, "x")', 'name contains x'],
  ['not(contains(name, "x"))', 'name does not contain x'],
  ['not(vip)', 'vip is no'],
  ['not(a > b)', 'it is not so that a is more than b'],
  ['count(tags) = 0', 'tags is empty'],
  ['customer.city = "Oslo"', 'city of customer equals Oslo'],
  ['a + b * 2 > 3', 'a plus (b times 2) is more than 3'],
  ['if vip then 1 else 2', 'if vip then 1, otherwise 2'],
  ['some o in orders satisfies o.open', 'for at least one o in orders, open of o'],
  ['for i in 1..3 return i', 'for each i in 1 to 3: i'],
  ['orders[total > 5]', 'those of orders where total is more than 5'],
  ['orders[1]', 'item 1 of orders'],
  ['substring(name, 2)', 'substring(name, 2)'],
])('%s in words is: %s', (source, words) => {
  const parsed = parseExpression(source);
  expect(parsed.ok && describeExpression(parsed.value)).toBe(words);
});
