import type { ExpressionError } from '#expressions/errors.ts';
import {
  type Compiled,
  checkExpression,
  compileExpression,
  type Evaluation,
  parseExpression,
} from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { Lookup } from '#expressions/values/lookup.ts';
import type { Instant } from '#prelude/ports.ts';

/** FEEL text of an Interaction, compiled; one that does not parse evaluates to its error. */
export interface CompiledSource {
  readonly source: string;
  readonly reads: readonly string[];
  /** What its value is, as far as the types of its variables tell. */
  readonly type: ValueType;
  /** Why it cannot be run at all. */
  readonly fault?: ExpressionError;
  evaluate(values: Lookup, now: Instant, timeZone?: string): Evaluation;
}

export function compileSource(source: string, scope: Scope): CompiledSource {
  const parsed = parseExpression(source);
  if (!parsed.ok) {
    const evaluation: Evaluation = { value: null, error: parsed.error };
    return { source, reads: [], type: { kind: 'any' }, fault: parsed.error, evaluate: () => evaluation };
  }
  const compiled: Compiled = compileExpression(parsed.value, scope);
  // Only what stands in a text is asked for its type.
  let type: ValueType | undefined;
  return {
    source,
    reads: compiled.reads,
    get type() {
      type ??= checkExpression(parsed.value, scope).type;
      return type;
    },
    evaluate: (values, now, timeZone) =>
      compiled.evaluateBy(values, timeZone === undefined ? { now } : { now, timeZone }),
  };
}
