import type { Variable } from '#format/interaction.ts';
import type { VariableKey } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Place, Program } from '../program.ts';
import { modelContext } from '../walks/model-context.ts';

/** The variables of which nothing may be kept: secret ones, and on request those that belong to a person. */
export function hiddenIn(program: Program, hidesPersonal: boolean): ReadonlySet<string> {
  const personal = Object.keys(program.interaction.variables).filter(
    (key) => hidesPersonal && isPersonal(program, key),
  );
  return new Set([...program.secrets, ...personal]);
}

/** An answer that stands in for one that may not be kept, and why not; undefined where the one that was given may. */
export function madeUpFor(
  place: Place,
  given: Json | undefined,
  { isSecret, hidesPersonal }: { readonly isSecret: boolean; readonly hidesPersonal: boolean },
): { readonly answer: Json | undefined; readonly because: 'secret' | 'personal' } | undefined {
  const { type, settings } = place.node;
  const keys = type.makes(settings).map(({ key }) => key);
  const secret = keys.filter((key) => place.program.secrets.has(key));
  const personal = keys.filter((key) => hidesPersonal && isPersonal(place.program, key));
  if (!isSecret && (given === undefined || secret.length + personal.length === 0)) return undefined;
  const because = isSecret || secret.length > 0 ? 'secret' : 'personal';
  const sample = type.domain(settings, modelContext(place)).samples.find((each) => each !== undefined);
  if (isSecret || !isJsonObject(given) || !isJsonObject(sample)) return { answer: sample, because };
  // Of several fields only those that must be hidden are made up. No log holds a secret one: whether it was filled in, nobody knows.
  const hidden = [...secret, ...personal.filter((key) => Object.hasOwn(given, key))];
  const madeUp = hidden.map((key) => [key, sample[key]] as const).filter(([, value]) => value !== undefined);
  const open = Object.entries(given).filter(([key]) => !hidden.includes(key));
  return { answer: Object.fromEntries([...open, ...madeUp]) as JsonObject, because };
}

function isPersonal(program: Program, key: string): boolean {
  const variable: Variable | undefined = program.interaction.variables[key as VariableKey];
  return variable?.privacy === 'personal';
}
