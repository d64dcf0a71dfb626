import type { CallSettings } from '#contract/call/call-settings.ts';
import { isFaultOfText } from '#expressions/errors.ts';
import { parseTemplate } from '#expressions/template.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { ModelSession } from './session.ts';

/** Why a call cannot be made: a secret where it would be seen, or a path that lacks a value. Undefined where it can. */
export function requestFault(session: ModelSession, call: CallSettings, beside: JsonObject = {}): string | undefined {
  const path = parseTemplate(call.path);
  if (!path.ok) return path.error.code;
  for (const part of path.value.parts) {
    if (part.kind === 'text') continue;
    const { source } = part.expression;
    if (session.secretsIn(source).length > 0) return 'call.secret-place';
    const { value } = session.value(source, beside);
    if (value === null || value === '') return 'call.no-value';
  }
  for (const { value: source, in: place } of call.inputs) {
    const { error } = session.value(source, beside);
    if (error && isFaultOfText(error.code)) return error.code;
    if (session.secretsIn(source).length > 0 && place !== 'body') return 'call.secret-place';
  }
  return undefined;
}

/** Puts what came back of a call into variables; all outputs read the values as they were before. */
export function keepOutputs(
  session: ModelSession,
  outputs: readonly { readonly variable: string; readonly value: string }[],
  beside: JsonObject,
): () => void {
  const made = outputs.map(({ variable, value: source }) => ({
    variable,
    source,
    value: session.value(source, beside).value,
  }));
  return () => {
    for (const { variable, source, value } of made) session.set(variable, value, source);
  };
}
