import type { ExpressionError } from '#expressions/errors.ts';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import { checkTemplate, parseTemplate } from '#expressions/template.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';

/** What is wrong in a text, and where. */
export type TextProblem = Pick<ExpressionError, 'message' | 'from' | 'to'>;

/** What is wrong with the values in braces within a text. */
export function problemInText(text: string, scope: Scope): TextProblem | undefined {
  if (!text.includes('{') && !text.includes('}')) return undefined;
  const parsed = parseTemplate(text);
  return parsed.ok ? checkTemplate(parsed.value, scope)[0] : parsed.error;
}

/** What is wrong with an expression; an empty one says nothing yet. */
export function problemInExpression(
  source: string,
  scope: Scope,
  expects: string | undefined,
): TextProblem | undefined {
  if (source.trim() === '') return undefined;
  const parsed = parseExpression(source, Object.keys(scope));
  if (!parsed.ok) return parsed.error;
  const wanted =
    expects === undefined || expects === 'list' || expects === 'record' ? undefined : ({ kind: expects } as ValueType);
  return checkExpression(parsed.value, scope, wanted).problems[0];
}

/** Words that somebody meant as they stand: `Berlin`, `anna@example.com`; as an expression they need quotes. */
const PLAIN_WORDS = /^[\p{L}\p{N}][\p{L}\p{N} @._'’/+-]*$/u;

/** The expression for words that were typed without quotes; undefined where a text is not what is needed. */
export function asText(source: string, expects: string | undefined): string | undefined {
  const words = source.trim();
  const isWanted = expects === undefined || expects === 'text' || expects === 'any';
  return isWanted && PLAIN_WORDS.test(words) && !/^\d+$/.test(words) ? JSON.stringify(words) : undefined;
}
