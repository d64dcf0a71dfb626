import type { Variable } from '#format/interaction.ts';
import type { VariableKey } from '#prelude/ids.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import type { Place, Program } from '../program.ts';
import { modelContext } from '../walks/model-context.ts';

/** The variables of which nothing may be kept: secret ones, and on request those that belong to a person. */
export function hiddenIn(program: Program, hidesPersonal: boolean): ReadonlySet<string> {
  const personal = Object.keys(program.interaction.variables).filter(
    (key) => hidesPersonal && isPersonal(program, key),
  );
  return new Set([...program.secrets, ...personal]);
}

/** An answer that stands in for one that may not be kept; undefined where the one that was given may. */
export function madeUpFor(
  place: Place,
  given: Json | undefined,
  { isSecret, hidesPersonal }: { readonly isSecret: boolean; readonly hidesPersonal: boolean },
): { readonly answer: Json | undefined } | undefined {
  const { type, settings } = place.node;
  const personal = type
    .makes(settings)
    .map(({ key }) => key)
    .filter((key) => hidesPersonal && isPersonal(place.program, key));
  if (!isSecret && (given === undefined || personal.length === 0)) return undefined;
  const sample = type.domain(settings, modelContext(place)).samples.find((each) => each !== undefined);
  if (isSecret || !isJsonObject(given) || !isJsonObject(sample)) return { answer: sample };
  // Of several fields only those that must be hidden are made up.
  const shown = Object.entries(given).map(([key, value]) => [key, personal.includes(key) ? sample[key] : value]);
  return { answer: Object.fromEntries(shown.filter(([, value]) => value !== undefined)) };
}

function isPersonal(program: Program, key: string): boolean {
  const variable: Variable | undefined = program.interaction.variables[key as VariableKey];
  return variable?.privacy === 'personal';
}
