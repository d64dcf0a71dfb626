import type { EnterOutcome } from '#contract/element-type.ts';
import type { ExpressionError } from '#expressions/errors.ts';

export type Fail = Extract<EnterOutcome, { do: 'fail' }>;

/** Faults of a rule itself, which no values could mend: better to stop than to decide by a rule that nobody can read. */
const FATAL: ReadonlySet<string> = new Set([
  'expression.syntax',
  'expression.budget',
  'expression.too-long',
  'expression.too-deep',
] satisfies ExpressionError['code'][]);

/** Stops the run where a condition cannot be read; null and values of a wrong type are just not true. */
export function failOf(place: string, error: ExpressionError | undefined): Fail | undefined {
  if (!error || !FATAL.has(error.code)) return undefined;
  return { do: 'fail', code: error.code, message: `${place} cannot be read: ${error.message}` };
}
