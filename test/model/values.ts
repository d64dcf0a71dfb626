import { type Compiled, compileExpression, type Evaluation, parseExpression } from '#expressions/expression.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { JsonObject } from '#prelude/json.ts';

/** A secret that is needed and that memory holds no more. */
export class Forgotten extends Error {
  readonly key: string;

  constructor(key: string) {
    super(key);
    this.key = key;
  }
}

/** The names that a place adds to those of the Interaction. */
const BESIDE: Scope = {
  response: { kind: 'any' },
  http_status: { kind: 'number' },
  event: { kind: 'any' },
  result: { kind: 'any' },
  outcome: { kind: 'text' },
};

const compiled = new WeakMap<Scope, Map<string, Compiled | Evaluation>>();

function compile(source: string, scope: Scope): Compiled | Evaluation {
  const known = compiled.get(scope) ?? new Map<string, Compiled | Evaluation>();
  compiled.set(scope, known);
  const found = known.get(source);
  if (found) return found;
  const parsed = parseExpression(source);
  const made = parsed.ok
    ? compileExpression(parsed.value, { ...BESIDE, ...scope })
    : { value: null, error: parsed.error };
  known.set(source, made);
  return made;
}

/** The names that an expression reads. */
export function namesIn(source: string, scope: Scope): readonly string[] {
  const made = compile(source, scope);
  return 'reads' in made ? made.reads : [];
}

export function evaluate(
  source: string,
  scope: Scope,
  values: JsonObject,
  clock: { readonly now: number; readonly timeZone: string },
): Evaluation {
  const made = compile(source, scope);
  return 'reads' in made ? made.evaluate(values, clock) : made;
}
