import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import { callsOf, type Library, versionName } from '#format/library.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { compile, type Program, type Surroundings } from './program.ts';

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

/** An Interaction in the version that is run, under a name of its own, with the names of those that this version calls. */
export interface Pinned {
  readonly name: string;
  readonly interaction: Interaction;
  readonly calls: { readonly [interaction: InteractionId]: string };
}

/** The program of the first, with those of the others for what it calls, directly or through others. */
export function compilePinned(
  pinned: readonly [Pinned, ...Pinned[]],
  catalog: Catalog,
  { values }: Pick<Surroundings, 'values'>,
): Program {
  const byName = new Map(pinned.map((each) => [each.name, each]));
  const made = new Map<string, Program>();
  const find = (name: string | undefined): Program | undefined => {
    const found = name === undefined ? undefined : byName.get(name);
    if (!found) return undefined;
    const known = made.get(found.name);
    if (known) return known;
    const library = (callee: InteractionId) => find(found.calls[callee]);
    const program = compile(found.interaction, catalog, { library, ...(values ? { values } : {}) });
    made.set(found.name, program);
    return program;
  };
  const program = find(pinned[0].name);
  invariant(program, 'the first one is there');
  return program;
}

/** The program of a working copy with the versions that it runs. One of them may run in several versions at once. */
export function compileWithLibrary(interaction: Interaction, { pins, versions }: Library, catalog: Catalog): Program {
  const name = interaction.id;
  const root: Pinned = { name, interaction, calls: { ...callsOf(pins), [interaction.id]: name } };
  const others = versions.map((each): Pinned => {
    const { id } = each.interaction;
    return { name: versionName(id, each.version), interaction: each.interaction, calls: callsOf(each.pins) };
  });
  return compilePinned([root, ...others], catalog, {});
}

/** What {@link compilePinned} compiled, the first one first; Interactions that no run can call are not among them. */
export function pinnedOf(program: Program): readonly Pinned[] {
  const found = new Map<Program, Pinned>();
  const waiting = [program];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (found.has(next)) continue;
    const calls: { [interaction: InteractionId]: string } = {};
    for (const { type, settings } of next.elements.values()) {
      for (const { kind, key } of type.references?.(settings) ?? []) {
        const callee = kind === 'interaction' ? next.callee(key as InteractionId) : undefined;
        if (!callee) continue;
        calls[key as InteractionId] = callee.version;
        waiting.push(callee);
      }
    }
    found.set(next, { name: next.version, interaction: next.interaction, calls });
  }
  return [...found.values()];
}
