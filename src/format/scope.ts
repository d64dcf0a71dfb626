import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { Interaction } from './interaction.ts';
import { typeOf } from './variable-shape.ts';

/** Values that every session has, whatever the Interaction. A variable may not take one of these names. */
export const BUILT_IN_SCOPE = {
  agent: { kind: 'record', fields: { name: { kind: 'text' }, team: { kind: 'text' } } },
  customer: { kind: 'any' },
  caller: { kind: 'text' },
  channel: { kind: 'text' },
  queue: { kind: 'text' },
  client: { kind: 'text' },
  language: { kind: 'text' },
  session: { kind: 'text' },
  /** What administrators keep for all Interactions of the account. */
  [ACCOUNT_VALUES]: { kind: 'any' },
} as const satisfies Scope;

/** The names that expressions of an Interaction may use. */
export function scopeOf(interaction: Interaction): Scope {
  const scope: { [name: string]: ValueType } = { ...BUILT_IN_SCOPE };
  for (const [key, variable] of Object.entries(interaction.variables)) scope[key] = typeOf(variable);
  return scope;
}
