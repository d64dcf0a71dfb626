import type { Exit } from '#contract/element-type.ts';
import type { PlacedConnector } from '#format/graph.ts';
import type { Element } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import { connectExit } from '../editor/connect.ts';
import { connectorsOf, exitsToward, isOption } from '../editor/connecting.ts';
import { type Draft, settingsOf } from '../editor/draft.ts';
import { newOption } from '../editor/new-element.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * Where an element loses exits, as by another kind of answer or a rule taken away, what followed them follows its new ones
 * as far as it is evident how. The rest goes, with options that nothing offers any more, and it is told what went.
 */
export const exitsCarryOver: Behaviour = {
  name: 'What followed an exit that is gone follows the new ones',
  react(draft) {
    for (const id of [...draft.touched]) {
      const element: Element | undefined = draft.now.elements[id];
      const before: Element | undefined = draft.before.elements[id];
      if (!element || !before || element === before) continue;
      const had = exitsOf(draft, before);
      const has = exitsOf(draft, element);
      if (had.map(kindOfExit).join() !== has.map(kindOfExit).join()) carryOver(draft, id, had, has);
    }
  },
};

/** What followed an element: by which exit or option, and where to. */
interface Way {
  readonly by: string;
  readonly label: string;
  readonly to: ElementId;
}

function carryOver(draft: Draft, id: ElementId, had: readonly Exit[], has: readonly Exit[]): void {
  const gone = had.filter((exit) => !has.some(({ name }) => name === exit.name));
  const left = draft.graph().from(id);
  const lost = gone.flatMap(({ name }) => left.filter((connector) => connector.exit === name));
  const wereFollowed = left.flatMap(({ exit, to }) => (isLeading(had, exit) && !isLeading(has, exit) ? [to] : []));
  const ways = [
    ...lost.flatMap((connector) => wayOf(connector, gone)),
    ...wereFollowed.flatMap((option) => waysOfOption(draft, option)),
  ];
  const fresh = has.filter((exit) => !had.some((earlier) => kindOfExit(earlier) === kindOfExit(exit)));
  const offering = fresh.find((exit) => exit.connectors === 'options' && !exit.onlyOffers);
  for (const { id: connector } of lost) draft.put(['connectors', connector], undefined);
  const carried = offering ? leadThroughOptions(draft, id, offering, ways) : leadByNew(draft, id, fresh, ways);
  const options = lost.flatMap(({ to }) => (isOption(draft, to) && draft.graph().into(to).length === 0 ? [to] : []));
  const lostWays = ways.flatMap(({ to }) => (carried.has(to) || options.length > 0 ? [] : [to]));
  const words = [...named(draft, options), ...named(draft, lostWays).map((name) => `the way to ${name}`)];
  if (words.length > 0) draft.tell(`Taken away with it: ${words.join(', ')}. Undo brings it back.`);
  for (const option of options) draft.put(['elements', option], undefined);
}

/** New exits of their own: all lead to where everything led, or each to where the one of its name did. */
function leadByNew(draft: Draft, id: ElementId, fresh: readonly Exit[], ways: readonly Way[]): ReadonlySet<ElementId> {
  const carried = new Set<ElementId>();
  const only = onlyTarget(ways);
  for (const exit of fresh) {
    if (exit.connectors !== 'one' || connectorsOf(draft, id, exit.name).length > 0) continue;
    const to = only ?? ways.find(({ by }) => by === exit.name)?.to;
    if (to === undefined) continue;
    connectExit(draft, id, exit, to);
    carried.add(to);
  }
  return carried;
}

/** Options that are followed from now on: those without a way on take the only one there was; if there are none, they are made. */
function leadThroughOptions(draft: Draft, id: ElementId, exit: Exit, ways: readonly Way[]): ReadonlySet<ElementId> {
  const options = connectorsOf(draft, id, exit.name).map(({ to }) => to);
  const only = onlyTarget(ways);
  for (const option of options) {
    if (only !== undefined && draft.graph().from(option).length === 0) leadOn(draft, option, only);
  }
  if (options.length === 0) {
    for (const { label, to } of ways) {
      const option = newOption(draft, ways.length > 1 ? label : undefined);
      if (option === undefined) break;
      connectExit(draft, id, exit, option);
      leadOn(draft, option, to);
    }
  }
  return new Set(ways.map(({ to }) => to));
}

function leadOn(draft: Draft, option: ElementId, to: ElementId): void {
  const onward = exitsToward(draft, option, to)[0];
  if (onward) connectExit(draft, option, onward, to);
}

function onlyTarget(ways: readonly Way[]): ElementId | undefined {
  const [first] = ways;
  return first && ways.every(({ to }) => to === first.to) ? first.to : undefined;
}

function wayOf({ exit, to }: PlacedConnector, gone: readonly Exit[]): readonly Way[] {
  const left = gone.find(({ name }) => name === exit);
  return left?.connectors === 'one' ? [{ by: left.name, label: left.label, to }] : [];
}

function waysOfOption(draft: Draft, option: ElementId): readonly Way[] {
  const element: Element | undefined = draft.now.elements[option];
  const face = element && draft.typeOf(option)?.option?.(settingsOf(element));
  if (!face) return [];
  return draft
    .graph()
    .from(option)
    .map(({ to }) => ({ by: face.value, label: element.name, to }));
}

/** Whether this exit leads through options, each with its own way on. */
function isLeading(exits: readonly Exit[], name: string | undefined): boolean {
  return exits.some((exit) => exit.name === name && exit.connectors === 'options' && !exit.onlyOffers);
}

function named(draft: Draft, ids: readonly ElementId[]): readonly string[] {
  return [...new Set(ids)].map((id) => `“${draft.now.elements[id]?.name ?? id}”`);
}

function exitsOf(draft: Draft, element: Element): readonly Exit[] {
  return draft.catalog.get(element.type)?.exits(settingsOf(element)) ?? [];
}

function kindOfExit({ name, connectors, onlyOffers }: Exit): string {
  return `${name} ${connectors} ${onlyOffers === true}`;
}
