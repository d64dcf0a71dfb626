/**
 * Everything that can be wrong with an expression, before or during its evaluation. The sentences are for reference pages;
 * the message of a single error says what exactly was met.
 */
export const EXPRESSION_ERRORS = {
  'expression.syntax': 'The text cannot be read as an expression.',
  'expression.too-long': 'The expression has more characters than allowed.',
  'expression.too-deep': 'The expression, or a call inside it, is nested deeper than allowed.',
  'expression.placeholder': 'A text has an opening or closing brace without its partner, or an empty placeholder.',
  'expression.unknown-variable': 'A name is used that no value has.',
  'expression.unknown-function': 'A function is called that does not exist.',
  'expression.unknown-field': 'A field is read that the value does not have.',
  'expression.unknown-type': 'A type is named that does not exist.',
  'expression.wrong-type': 'An operator or a function was given a value of a kind it does not take.',
  'expression.wrong-arguments': 'A function was called with too few, too many or wrongly named arguments.',
  'expression.bad-value':
    'A value has the right type but cannot be used here, such as the text of a date that does not exist.',
  'expression.bad-pattern': 'A pattern (regular expression) cannot be read, or uses what is not offered.',
  'expression.not-a-number': 'A calculation has no number as result, such as a division by zero.',
  'expression.too-large': 'A text or a list would become larger than allowed.',
  'expression.budget': 'The evaluation took more steps than allowed.',
} as const;

export type ExpressionErrorCode = keyof typeof EXPRESSION_ERRORS;

/** `from` and `to` are offsets in the source, counted in UTF-16 units as editors count them. */
export interface ExpressionError {
  readonly code: ExpressionErrorCode;
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Whether the text itself is at fault, or costs too much whatever it is given: no other values would mend it. */
export function isFaultOfText(code: ExpressionErrorCode): boolean {
  return TEXT_FAULTS.has(code);
}

const TEXT_FAULTS: ReadonlySet<ExpressionErrorCode> = new Set([
  'expression.syntax',
  'expression.too-long',
  'expression.too-deep',
  'expression.budget',
]);

/** A stretch of the source. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function expressionError(code: ExpressionErrorCode, at: Span, message: string): ExpressionError {
  return { code, from: at.from, to: at.to, message };
}
