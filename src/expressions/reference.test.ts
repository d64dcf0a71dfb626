import { describe, expect, it } from 'vitest';
import { compileExpression, parseExpression } from './expression.ts';
import { FUNCTIONS } from './functions/table.ts';
import { expressionReference, SYNTAX } from './reference.ts';

describe('the reference of expressions', () => {
  // `npm test -- src/expressions/reference.test.ts -u` writes it.
  it('is the page that the tables make', async () => {
    await expect(expressionReference()).toMatchFileSnapshot('../../docs/reference/expressions.md');
  });

  it('has every function', () => {
    const page = expressionReference();
    for (const { name } of FUNCTIONS) expect(page).toContain(`\`${name}(`);
  });

  it.each(Object.values(SYNTAX).flat())('$expression gives what it says', ({ expression, value, says }) => {
    const parsed = parseExpression(expression);
    expect(parsed.ok && compileExpression(parsed.value, {}).evaluate({}, { now: 0 })).toEqual({ value });
    expect(says).toMatch(/^[A-Z`].*\.$/);
  });
});
