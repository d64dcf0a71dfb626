import type { Exit } from '#contract/element-type.ts';
import type { ElementId } from '#prelude/ids.ts';
import { connectExit } from '../editor/connect.ts';
import { connectorsOf, exitsToward, isOption } from '../editor/connecting.ts';
import type { Draft, Insertion } from '../editor/draft.ts';
import type { Behaviour } from './behaviour.ts';

/** A new element follows the selected one: it is connected from a free exit, or spliced in where the only exit is used. */
export const insertConnects: Behaviour = {
  name: 'A new element is connected after the selected one',
  react(draft) {
    for (const insertion of draft.inserted) {
      if (insertion.on !== undefined) continue;
      for (const from of insertion.after) connectAfter(draft, from, insertion);
    }
  },
};

function connectAfter(draft: Draft, from: ElementId, insertion: Insertion): void {
  const { element, exit: named } = insertion;
  const fitting = exitsToward(draft, from, element);
  const exit = named === undefined ? fitting[0] : fitting.find(({ name }) => name === named);
  if (exit) {
    leadThere(draft, from, exit, element, named !== undefined);
    return;
  }
  if (isOption(draft, element)) connectBeside(draft, from, element);
  else connectAfterOptions(draft, from, element);
}

function leadThere(draft: Draft, from: ElementId, exit: Exit, element: ElementId, asked: boolean): void {
  const old = exit.connectors === 'one' ? connectorsOf(draft, from, exit.name)[0] : undefined;
  const spliced = old && (asked || draft.exitsOf(from).length === 1);
  if (old && (!spliced || old.to === element)) return;
  connectExit(draft, from, exit, element);
  if (!old) return;
  const onward = exitsToward(draft, element, old.to)[0];
  if (onward) connectExit(draft, element, onward, old.to);
}

/** An option that follows an option stands beside it: both are asked for by the same element. */
function connectBeside(draft: Draft, from: ElementId, element: ElementId): void {
  if (!isOption(draft, from)) return;
  const asking = draft.graph().into(from)[0]?.from;
  const exit = asking === undefined ? undefined : exitsToward(draft, asking, element)[0];
  if (asking !== undefined && exit) connectExit(draft, asking, exit, element);
}

/**
 * What follows an element that only leads to options follows those of its options that lead nowhere yet; where all of
 * them lead to one element already, it comes between them and that.
 */
function connectAfterOptions(draft: Draft, from: ElementId, element: ElementId): void {
  const ways = draft
    .graph()
    .from(from)
    .flatMap(({ to }) => {
      const exit = isOption(draft, to) ? exitsToward(draft, to, element)[0] : undefined;
      return exit ? [{ option: to, exit, old: connectorsOf(draft, to, exit.name)[0] }] : [];
    });
  const free = ways.filter(({ old }) => old === undefined);
  const targets = new Set(ways.map(({ old }) => old?.to));
  const [target] = targets;
  const between = free.length === 0 && targets.size === 1;
  for (const { option, exit } of between ? ways : free) connectExit(draft, option, exit, element);
  const onward = between && target !== undefined ? exitsToward(draft, element, target)[0] : undefined;
  if (onward && target !== undefined) connectExit(draft, element, onward, target);
}
