import type { ElementType, Exit } from '#contract/element-type.ts';
import type { ElementId } from '#prelude/ids.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type Draft, settingsOf } from './draft.ts';

/** Whether an element can be the target of an exit, by what both say of themselves; else why not. */
export function mayLead(exit: Exit, target: ElementType, isOption: boolean): Result<true, string> {
  if (target.group === 'note') return fail('A note is for designers only; nothing can lead to it');
  if (exit.connectors === 'options' && !isOption) {
    return fail(`“${exit.label}” leads to elements that offer themselves as options, such as a Choice`);
  }
  if (exit.connectors === 'one' && isOption) {
    return fail(`A ${target.title} is an option: connect it from the options of an element that asks`);
  }
  return ok(true);
}

export function isOption(draft: Draft, id: ElementId): boolean {
  const element = draft.now.elements[id];
  return element !== undefined && draft.typeOf(id)?.option?.(settingsOf(element)) !== undefined;
}

/** The connectors of one exit. A connector without a name belongs to the only exit of its element. */
export function connectorsOf(draft: Draft, from: ElementId, exit: string) {
  const exits = draft.exitsOf(from);
  const only = exits.length === 1 ? exits[0]?.name : undefined;
  return draft
    .graph()
    .from(from)
    .filter((connector) => (connector.exit ?? only) === exit);
}

/** Exits of an element that may lead to the target, free ones first. */
export function exitsToward(draft: Draft, from: ElementId, to: ElementId): readonly Exit[] {
  const target = draft.typeOf(to);
  if (!target) return [];
  const option = isOption(draft, to);
  const fitting = draft.exitsOf(from).filter((exit) => mayLead(exit, target, option).ok);
  const free = (exit: Exit) => exit.connectors === 'options' || connectorsOf(draft, from, exit.name).length === 0;
  return [...fitting.filter(free), ...fitting.filter((exit) => !free(exit))];
}

/** The name that a connector of this exit carries: none where the element has one way out only. */
export function exitName(draft: Draft, from: ElementId, exit: Exit): { exit?: string } {
  return draft.exitsOf(from).length === 1 && exit.connectors === 'one' ? {} : { exit: exit.name };
}
