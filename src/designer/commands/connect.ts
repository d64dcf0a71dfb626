import type { ElementType } from '#contract/element-type.ts';
import { elementIds } from '#format/graph.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { connectExit } from '../editor/connect.ts';
import { connectorsOf, exitsToward, isOption, mayLead } from '../editor/connecting.ts';
import { type Draft, draftOf, settingsOf } from '../editor/draft.ts';
import type { Editor } from '../editor/editor.ts';
import { newElement, optionType } from '../editor/new-element.ts';
import { type Command, oneSelected } from './command.ts';

/** Why two elements cannot be connected, in a sentence; or that they can. */
export function canConnect(
  editor: Editor,
  from: ElementId,
  exit: string | undefined,
  to: ElementId,
): Result<true, string> {
  return fits(draftOf(editor.interaction, editor.catalog, editor.random), from, exit, to);
}

/** All elements that an exit may lead to, by any exit where none is named. */
export function targetsOf(editor: Editor, from: ElementId, exit: string | undefined): readonly ElementId[] {
  const draft = draftOf(editor.interaction, editor.catalog, editor.random);
  return elementIds(editor.interaction).filter((to) => to !== from && fits(draft, from, exit, to).ok);
}

function fits(draft: Draft, from: ElementId, exit: string | undefined, to: ElementId): Result<true, string> {
  const target = draft.typeOf(to);
  if (!target || !draft.typeOf(from)) return fail('One of the two elements is gone');
  const exits = draft.exitsOf(from).filter((candidate) => exit === undefined || candidate.name === exit);
  const first = exits[0];
  if (!first) return fail(`“${draft.now.elements[from]?.name}” has no way out to connect`);
  const option = isOption(draft, to);
  return exits.some((candidate) => mayLead(candidate, target, option).ok) ? ok(true) : mayLead(first, target, option);
}

/** Connects an exit (the first that fits when none is named) to an element; an exit in use asks what is meant. */
export function connect(
  editor: Editor,
  from: ElementId,
  exit: string | undefined,
  to: ElementId,
): Result<true, string> {
  const possible = canConnect(editor, from, exit, to);
  if (!possible.ok) {
    editor.say(possible.error);
    return possible;
  }
  const draft = draftOf(editor.interaction, editor.catalog, editor.random);
  const chosen = exitsToward(draft, from, to).find((candidate) => exit === undefined || candidate.name === exit);
  if (!chosen) return fail('There is no such way out');
  const used = connectorsOf(draft, from, chosen.name);
  if (chosen.connectors === 'one' && used.some((connector) => connector.to !== to)) {
    editor.show({ kind: 'second-connector', from, exit: chosen.name, to });
    return ok(true);
  }
  editor.edit('Connect', (now) => {
    connectExit(now, from, chosen, to);
    return undefined;
  });
  editor.say(`Connected “${nameOf(editor, from)}” to “${nameOf(editor, to)}”`);
  return ok(true);
}

/** Leads an exit that is in use to another element instead. */
export function replaceTarget(editor: Editor, from: ElementId, exit: string, to: ElementId): void {
  editor.edit('Replace connector', (draft) => {
    const chosen = draft.exitsOf(from).find((candidate) => candidate.name === exit);
    if (chosen) connectExit(draft, from, chosen, to);
    return undefined;
  });
}

/** Puts an element between that can lead both to where the exit led and to the new target. */
export function branchTo(editor: Editor, type: ElementType, from: ElementId, exit: string, to: ElementId): void {
  editor.edit(`Insert ${type.title}`, (draft) => {
    const old = connectorsOf(draft, from, exit)[0];
    const chosen = draft.exitsOf(from).find((candidate) => candidate.name === exit);
    if (!old || !chosen) return undefined;
    const oldTarget = old.to;
    const between = newElement(draft, type, { after: [], at: placeBetween(editor, from, oldTarget) });
    connectExit(draft, from, chosen, between);
    const asking = draft.exitsOf(between).find((candidate) => candidate.connectors === 'options');
    const option = optionType(draft.catalog);
    const targets = [to, oldTarget];
    for (const target of targets) {
      if (asking && option) {
        const id = newElement(draft, option, { after: [] });
        connectExit(draft, between, asking, id);
        const onward = exitsToward(draft, id, target)[0];
        if (onward) connectExit(draft, id, onward, target);
      } else {
        const free = exitsToward(draft, between, target).find(
          (candidate) => connectorsOf(draft, between, candidate.name).length === 0,
        );
        if (free) connectExit(draft, between, free, target);
      }
    }
    return [between];
  });
  editor.host.reveal(editor.state.selected);
}

function placeBetween(editor: Editor, from: ElementId, to: ElementId): readonly [number, number] | undefined {
  const { positions } = editor.interaction.layout;
  const left = positions[from];
  const right = positions[to];
  return left && right ? [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2] : undefined;
}

/** The types that an exit may lead to; those that anything may where none is named. */
export function typesToward(
  editor: Editor,
  from: ElementId | undefined,
  exit: string | undefined,
): readonly ElementType[] {
  const types = [...editor.catalog.values()];
  if (from === undefined || exit === undefined) return types;
  const draft = draftOf(editor.interaction, editor.catalog, editor.random);
  const chosen = draft.exitsOf(from).find(({ name }) => name === exit);
  if (!chosen) return types;
  return types.filter((type) => mayLead(chosen, type, type.group === 'option').ok);
}

/** Types that can lead to several elements as soon as they are inserted: what a second connector may be drawn through. */
export function branchingTypes(editor: Editor): readonly ElementType[] {
  return [...editor.catalog.values()].filter((type) => {
    if (type.group === 'option' || type.group === 'note') return false;
    const exits = type.exits(type.defaults({ id: 'x_new' as ElementId, language: editor.interaction.languages[0] }));
    return exits.some((exit) => exit.connectors === 'options') || exits.length > 1;
  });
}

/** Moves an end of a connector to another element. */
export function reconnect(editor: Editor, connector: ConnectorId, to: ElementId): Result<true, string> {
  const there = editor.interaction.connectors[connector];
  if (!there) return fail('The connector is gone');
  const exit = there.exit ?? onlyExit(editor, there.from);
  const possible = canConnect(editor, there.from, exit, to);
  if (!possible.ok) {
    editor.say(possible.error);
    return possible;
  }
  editor.edit('Reconnect', (draft) => {
    draft.put(['connectors', connector, 'to'], to);
    return undefined;
  });
  return ok(true);
}

export function onlyExit(editor: Editor, id: ElementId): string | undefined {
  const element = editor.interaction.elements[id];
  const exits = element ? editor.catalog.get(element.type)?.exits(settingsOf(element)) : undefined;
  return exits?.length === 1 ? exits[0]?.name : undefined;
}

export function nameOf(editor: Editor, id: ElementId): string {
  return editor.interaction.elements[id]?.name ?? id;
}

export const connectTo: Command = {
  id: 'connect',
  title: 'Connect to…',
  group: 'Connect',
  keys: ['L'],
  enabled: oneSelected,
  run(editor) {
    const from = editor.state.selected[0];
    if (from !== undefined) editor.show({ kind: 'connect', from });
  },
};
