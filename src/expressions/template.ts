import type { JsonObject } from '#prelude/json.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type ExpressionError, expressionError } from './errors.ts';
import {
  type Compiled,
  checkExpression,
  compileExpression,
  type Evaluation,
  type EvaluationContext,
  type Expression,
  freeVariables,
  parseExpression,
} from './expression.ts';
import type { FreeName } from './free-names.ts';
import type { Scope, ValueType } from './value-type.ts';

/** A part of a text: words as they are, or an expression whose value stands there. `from` and `to` are offsets in the text. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly from: number; readonly to: number };

/** A text with values in it. */
export interface Template {
  readonly source: string;
  readonly parts: readonly TemplatePart[];
}

/** The end of a placeholder's expression: the first closing brace outside quotes, comments and inner braces. */
function endOfPlaceholder(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      at++;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    } else if (sign === '{') depth++;
    else if (sign === '}') {
      if (depth === 0) return at;
      depth--;
    }
  }
  return undefined;
}

/**
 * Reads a text with `{expression}` placeholders: `You have selected {problem}.`
 * A brace that shall stand in the text is written twice: `{{` and `}}`.
 */
export function parseTemplate(text: string): Result<Template, ExpressionError> {
  const parts: TemplatePart[] = [];
  let words = '';
  const endWords = () => {
    if (words) parts.push({ kind: 'text', text: words });
    words = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if ((sign === '{' || sign === '}') && text[at + 1] === sign) {
      words += sign;
      at++;
    } else if (sign === '{') {
      const end = endOfPlaceholder(text, at + 1);
      if (end === undefined) {
        return fail(placeholderError(at, 'This brace is not closed. Write {{ for a brace in the text.'));
      }
      const part = readPlaceholder(text, at + 1, end);
      if (!part.ok) return part;
      endWords();
      parts.push(part.value);
      at = end;
    } else if (sign === '}') {
      return fail(placeholderError(at, 'This brace closes nothing. Write }} for a brace in the text.'));
    } else words += sign;
  }
  endWords();
  return ok({ source: text, parts });
}

function placeholderError(at: number, message: string): ExpressionError {
  return expressionError('expression.placeholder', { from: at, to: at + 1 }, message);
}

function readPlaceholder(text: string, from: number, to: number): Result<TemplatePart, ExpressionError> {
  if (text.slice(from, to).trim() === '')
    return fail(placeholderError(from - 1, 'Nothing stands between these braces.'));
  const expression = parseExpression(text.slice(from, to));
  if (!expression.ok) return fail(shifted(expression.error, from));
  return ok({ kind: 'expression', expression: expression.value, from, to });
}

function shifted<T extends { readonly from: number; readonly to: number }>(place: T, by: number): T {
  return { ...place, from: place.from + by, to: place.to + by };
}

/** The names that the placeholders use, with offsets in the text. */
export function freeVariablesOfTemplate(template: Template): readonly FreeName[] {
  return template.parts.flatMap((part) =>
    part.kind === 'text' ? [] : freeVariables(part.expression).map((name) => shifted(name, part.from)),
  );
}

/** What is wrong in the placeholders, with offsets in the text. */
export function checkTemplate(template: Template, scope: Scope): readonly ExpressionError[] {
  return template.parts.flatMap((part) =>
    part.kind === 'text'
      ? []
      : checkExpression(part.expression, scope).problems.map((problem) => shifted(problem, part.from)),
  );
}

/**
 * What stands in a text in the end: words, or a value. A value comes with its static type, by which the caller writes it
 * for a reader: a number by the rules of a language, an option by its label.
 */
export type FilledPart =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'value'; readonly type: ValueType; readonly source: string } & Evaluation);

export interface CompiledTemplate {
  readonly source: string;
  /** The variables that the placeholders read. */
  readonly reads: readonly string[];
  evaluate(values: JsonObject, context: EvaluationContext): readonly FilledPart[];
}

/** Prepares a text for many evaluations. */
export function compileTemplate(template: Template, scope: Scope): CompiledTemplate {
  const reads = new Set<string>();
  const parts = template.parts.map((part): Extract<FilledPart, { kind: 'text' }> | CompiledPlaceholder => {
    if (part.kind === 'text') return part;
    const compiled = compileExpression(part.expression, scope);
    for (const name of compiled.reads) reads.add(name);
    return { kind: 'expression', compiled, type: checkExpression(part.expression, scope).type };
  });
  return {
    source: template.source,
    reads: [...reads],
    evaluate: (values, context) =>
      parts.map((part): FilledPart => {
        if (part.kind === 'text') return part;
        const { compiled, type } = part;
        return { kind: 'value', type, source: compiled.source, ...compiled.evaluate(values, context) };
      }),
  };
}

interface CompiledPlaceholder {
  readonly kind: 'expression';
  readonly compiled: Compiled;
  readonly type: ValueType;
}
