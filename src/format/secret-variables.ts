import type { Placed } from './element-places.ts';
import type { Interaction, Variable } from './interaction.ts';

/** The variables whose values are held in memory alone: declared so, or made by what asks for a secret. */
export function secretVariables(
  { variables }: Pick<Interaction, 'variables'>,
  elements: Iterable<Pick<Placed, 'type' | 'settings'>>,
): ReadonlySet<string> {
  const all: [string, Variable][] = Object.entries(variables);
  const declared = all.flatMap(([key, { privacy }]) => (privacy === 'secret' ? [key] : []));
  // Secret by what fills them, even where a file declares them otherwise.
  const made = [...elements].flatMap(({ type, settings }) =>
    type.makes(settings).flatMap(({ key, secret }) => (secret ? [key] : [])),
  );
  return new Set([...declared, ...made]);
}
