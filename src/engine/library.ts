import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { compile, type Program } from './program.ts';

/** Compiles an Interaction together with others that it may call; each of them when a run first gets there. */
export function compileWith(interaction: Interaction, others: readonly Interaction[], catalog: Catalog): Program {
  const made = new Map<InteractionId, Program>();
  const library = (id: InteractionId): Program | undefined => {
    const known = made.get(id);
    if (known) return known;
    const found = others.find((other) => other.id === id);
    const program = found && compile(found, catalog, { library });
    if (program) made.set(id, program);
    return program;
  };
  const program = compile(interaction, catalog, { library });
  made.set(interaction.id, program);
  return program;
}
