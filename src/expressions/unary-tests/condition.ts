import { fail, type Result } from '#prelude/result.ts';
import { type ExpressionError, expressionError } from '../errors.ts';
import { checkExpression, type Expression, parseExpression } from '../expression.ts';
import type { InNode, Node } from '../syntax/node.ts';
import type { Scope } from '../value-type.ts';

/** Whether a cell asks nothing: it is empty, or the standard's sign for that. */
export function isAnyValue(cell: string): boolean {
  const text = cell.trim();
  return text === '' || text === '-';
}

/**
 * The condition that a cell of a decision table stands for, as FEEL: `< 18` of the column `age` is `age in (< 18)`, and
 * `not("a", "b")` is `not(… in ("a", "b"))`. Any text gives one; {@link readTests} says whether it can be read.
 */
export function conditionOf(input: string, cell: string): string {
  return wrappingOf(input, cell).source;
}

/** The tests of a cell (DMN 1.3, grammar rules 7 to 16), or what is wrong with them, placed within the cell. */
export function readTests(input: string, cell: string): Result<Expression, ExpressionError> {
  const { source, from, text } = wrappingOf(input, cell);
  const parsed = parseExpression(source);
  if (!parsed.ok) return fail(within(parsed.error, from, text));
  const all = { from: 0, to: cell.length };
  if (!isTestOf(parsed.value, input)) {
    const message = 'These are no tests: write a comparison such as < 18, a range such as [1..5], or values.';
    return fail(expressionError('expression.syntax', all, message));
  }
  const chained = testsOf(parsed.value).tests.some((test) => test.kind === 'unary-test' && isLogic(test.endpoint));
  if (!chained) return parsed;
  const message = 'Comparisons are not joined by “and” or “or”: write a range such as [3..20], or ? > 3 and ? < 20.';
  return fail(expressionError('expression.syntax', all, message));
}

/** All that is wrong with a cell, placed within it; what is wrong with the column's own expression is left out. */
export function checkTests(input: string, cell: string, scope: Scope): readonly ExpressionError[] {
  const read = readTests(input, cell);
  if (!read.ok) return [read.error];
  const { from, text } = wrappingOf(input, cell);
  const { problems } = checkExpression(read.value, scope, { kind: 'boolean' });
  return problems.filter((problem) => problem.from >= from).map((problem) => within(problem, from, text));
}

/** The `in` of a cell that was read, and whether it is negated. */
export function testsOf({ root }: Expression): { readonly tests: readonly Node[]; readonly negated: boolean } {
  const negated = negatedIn(root);
  if (negated) return { tests: negated.tests, negated: true };
  return { tests: root.kind === 'in' ? root.tests : [], negated: false };
}

interface Wrapping {
  readonly source: string;
  /** The part of the cell that stands in the source as it is, and where. */
  readonly text: string;
  readonly from: number;
}

const NEGATED = /^\s*not\s*\(([\s\S]*)\)\s*$/;

function wrappingOf(input: string, cell: string): Wrapping {
  const subject = subjectOf(input);
  const negated = NEGATED.exec(cell)?.[1];
  if (negated !== undefined) {
    const before = `not(${subject} in (`;
    const source = `${before}${negated}))`;
    const parsed = parseExpression(source);
    if (parsed.ok && isTestOf(parsed.value, input)) return { source, text: negated, from: before.length };
  }
  const before = `${subject} in (`;
  return { source: `${before}${cell})`, text: cell, from: before.length };
}

/** What is asked about, in brackets where it is more than a name. */
function subjectOf(input: string): string {
  const text = input.trim();
  return /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(text) ? text : `(${text})`;
}

function isLogic({ kind }: Node): boolean {
  return kind === 'logic';
}

/** Whether the whole is one test of the input: a cell cannot close the brackets around it and go on by itself. */
function isTestOf({ root, source }: Expression, input: string): boolean {
  const negated = negatedIn(root);
  const node = negated ?? root;
  if (node.kind !== 'in' || node.to !== source.length - (negated ? 1 : 0)) return false;
  const from = negated ? 'not('.length : 0;
  return node.value.from >= from && node.value.to <= from + subjectOf(input).length;
}

function negatedIn(root: Node): InNode | undefined {
  if (root.kind !== 'call' || root.callee.kind !== 'name' || root.callee.name !== 'not') return undefined;
  const [only, more] = root.args.kind === 'positional' ? root.args.values : [];
  return only?.kind === 'in' && !more ? only : undefined;
}

/** The error placed within the cell; past its end, the cell is not finished. */
function within(error: ExpressionError, start: number, text: string): ExpressionError {
  const from = Math.max(0, error.from - start);
  if (error.code === 'expression.syntax' && from >= text.length) {
    return { ...error, from: text.length, to: text.length, message: 'This is not finished.' };
  }
  return { ...error, from, to: Math.min(text.length, Math.max(from, error.to - start)) };
}
