import type { CallReturn, EnterOutcome, Failure, Leave, RunContext } from '#contract/element-type.ts';
import { isFaultOfText } from '#expressions/errors.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { SubSettings } from './sub-interaction.ts';

/** What outputs may read beside the variables: those of the Interaction that was run, and how it ended. */
export const RESULT_SCOPE: Scope = { result: { kind: 'any' }, outcome: { kind: 'text' } };

/** Runs the other Interaction with what it is told. Secrets stay where they were given. */
export function call({ interaction, inputs }: SubSettings, context: RunContext): EnterOutcome {
  const variables: { [key: string]: Json } = {};
  for (const { variable, value: source } of inputs) {
    const [secret] = context.secretsOf(source);
    if (secret !== undefined) {
      return failure('sub-interaction.secret', `“${secret}” is secret and may not be handed to another Interaction`);
    }
    const { value, error } = context.evaluate(source);
    if (error && isFaultOfText(error.code)) {
      return failure(error.code, `“${variable}” cannot be handed over: ${error.message}`);
    }
    if (value !== null) variables[variable] = value;
  }
  return { do: 'call', interaction: interaction as InteractionId, variables };
}

/** Keeps what is wanted of it and goes on by how it ended. */
export function comeBack(
  { outcomes, outputs }: SubSettings,
  { outcome, variables: result }: CallReturn,
  context: RunContext,
): Leave {
  const way = outcomes.find((each) => each.outcome === outcome);
  const sets = outputs.map(({ variable: key, value: expression }, index) => {
    const { value } = context.evaluate(expression, { result, outcome });
    const cause = { by: `outputs.${index}`, expression };
    return value === null ? { key, cause } : { key, value, cause };
  });
  return { do: 'leave', exit: way?.id ?? 'otherwise', sets, why: { by: 'outcome', read: { outcome } } };
}

function failure(code: string, message: string): Failure {
  return { do: 'fail', code, message };
}
