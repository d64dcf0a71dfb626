import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Library, Pins } from '#format/library.ts';
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

/** The same where it is known which version each of them runs of the others: one may run in several versions at once. */
export function compilePinned(interaction: Interaction, { pins, versions }: Library, catalog: Catalog): Program {
  const made = new Map<string, Program>();
  const find = (id: InteractionId, version: number | undefined): Program | undefined => {
    const name = `${id}/${version}`;
    const known = made.get(name);
    if (known) return known;
    const found = versions.find((each) => each.interaction.id === id && each.version === version);
    const program = found && compile(found.interaction, catalog, { library: libraryOf(found.pins) });
    if (program) made.set(name, program);
    return program;
  };
  const libraryOf = (of: Pins) => (id: InteractionId) => find(id, of[id]);
  const program: Program = compile(interaction, catalog, {
    library: (id) => (id === interaction.id ? program : find(id, pins[id])),
  });
  return program;
}
