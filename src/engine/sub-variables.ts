import type { Failure } from '#contract/element-type.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { conforms } from './conforms.ts';
import type { Program } from './program.ts';

/** The variables that a called Interaction begins with: its defaults, and what its caller hands over. */
export function subVariables(callee: Program, given: JsonObject): Result<JsonObject, Failure> {
  const { interaction, scope } = callee;
  const variables: { [key: string]: Json } = {};
  for (const [key, variable] of Object.entries(interaction.variables)) {
    if (variable.default !== undefined) variables[key] = variable.default;
  }
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const type = Object.hasOwn(interaction.variables, key) ? scope[key] : undefined;
    if (!type) return refuse('engine.sub-input', `“${interaction.name}” has no variable “${key}”`);
    if (!conforms(value, type))
      return refuse('engine.sub-input', `“${key}” of “${interaction.name}” is a ${type.kind}`);
    variables[key] = value;
  }
  return ok(variables);
}

function refuse(code: string, message: string): { readonly ok: false; readonly error: Failure } {
  return fail({ do: 'fail', code, message });
}
