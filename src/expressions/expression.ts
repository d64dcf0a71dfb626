import type { Json, JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Instant } from '#prelude/ports.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { compileTree } from './compile/compile.ts';
import { Run } from './compile/run.ts';
import { type ExpressionError, expressionError } from './errors.ts';
import { type FreeName, freeNames } from './free-names.ts';
import { parseTree } from './syntax/grammar.ts';
import { needsIntroduction } from './syntax/names.ts';
import type { Node } from './syntax/node.ts';
import { readTree } from './syntax/read-tree.ts';
import { checkTree } from './types/check.ts';
import type { Scope, ValueType } from './value-type.ts';
import { toJson } from './values/json-out.ts';
import { type Lookup, ObjectLookup } from './values/lookup.ts';
import { Stop } from './values/meter.ts';

/** An expression that was read without mistakes. Only {@link parseExpression} makes one. */
export interface Expression {
  readonly source: string;
  readonly root: Node;
}

/**
 * Reads FEEL.
 *
 * @param names names that may occur and are more than plain words, such as `profit and loss` or `a-b`;
 *   all others are recognised anyway
 */
export function parseExpression(source: string, names: readonly string[] = []): Result<Expression, ExpressionError> {
  if (source.length > LIMITS.expressionLength) {
    const message = `The expression has more than ${LIMITS.expressionLength} characters.`;
    return fail(expressionError('expression.too-long', { from: LIMITS.expressionLength, to: source.length }, message));
  }
  const tree = parseTree(source, names.filter(needsIntroduction));
  if (!tree.ok) return tree;
  const root = readTree(tree.value, source);
  return root.ok ? ok({ source, root: root.value }) : root;
}

/** The names that an expression does not bind itself and that are no built-in functions. */
export function freeVariables(expression: Expression): readonly FreeName[] {
  return freeNames(expression.root);
}

/** The type of an expression and all that is wrong with it, as far as the types of its variables tell. */
export function checkExpression(
  expression: Expression,
  scope: Scope,
  expected?: ValueType,
): { readonly type: ValueType; readonly problems: readonly ExpressionError[] } {
  return checkTree(expression.root, scope, expected);
}

export interface EvaluationContext {
  /** What `now()` and `today()` go by. */
  readonly now: Instant;
  /** Where `now()` and `today()` are asked; UTC unless given. */
  readonly timeZone?: string;
  /** Cost units that may be spent, `LIMITS.expressionBudget` unless given. */
  readonly budget?: number;
}

export interface Evaluation {
  readonly value: Json;
  /** Given where the value is null because something went wrong. */
  readonly error?: ExpressionError;
}

export interface Compiled {
  readonly source: string;
  /** The variables that the expression reads. */
  readonly reads: readonly string[];
  /** Never throws and never hangs: what is wrong, or too much, comes back as an error beside null. */
  evaluate(values: JsonObject, context: EvaluationContext): Evaluation;
  /** The same where values are looked up one by one. */
  evaluateBy(lookup: Lookup, context: EvaluationContext): Evaluation;
}

/**
 * Prepares an expression for many evaluations. The types in the scope say how the JSON of a variable is read: the text
 * `2026-01-31` of a variable of type date is a date.
 */
export function compileExpression(expression: Expression, scope: Scope): Compiled {
  const { evaluate, slots, reads } = compileTree(expression.root, scope);
  const { source, root } = expression;
  const evaluateBy = (lookup: Lookup, context: EvaluationContext): Evaluation => {
    const budget = context.budget ?? LIMITS.expressionBudget;
    const run = new Run(lookup, context.now, context.timeZone ?? 'UTC', budget, slots);
    try {
      const value = toJson(evaluate(run), run);
      return value === null && run.error ? { value, error: run.error } : { value };
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return { value: null, error: expressionError(error.code, root, error.message) };
    }
  };
  return {
    source,
    reads,
    evaluate: (values, context) => evaluateBy(new ObjectLookup(values), context),
    evaluateBy,
  };
}
