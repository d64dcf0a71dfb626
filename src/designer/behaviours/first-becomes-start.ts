import type { ElementGroup } from '#contract/element-type.ts';
import { elementIds } from '#format/graph.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Draft } from '../editor/draft.ts';
import type { Behaviour } from './behaviour.ts';

/** Groups whose elements a run cannot begin with. */
const NEVER_FIRST: readonly ElementGroup[] = ['option', 'note'];

/** The first element becomes the start; where the start is deleted, what followed it takes its place. */
export const firstBecomesStart: Behaviour = {
  name: 'The first element becomes the start',
  react(draft) {
    const { start } = draft.now;
    if (start !== undefined && Object.hasOwn(draft.now.elements, start)) return;
    const next = start === undefined ? undefined : follower(draft, start);
    const first = next ?? firstWithoutEntrance(draft);
    if (first !== start) draft.put(['start'], first);
  },
};

export function canStart(draft: Pick<Draft, 'typeOf'>, id: ElementId): boolean {
  const group = draft.typeOf(id)?.group;
  return group !== undefined && !NEVER_FIRST.includes(group);
}

function follower(draft: Draft, gone: ElementId): ElementId | undefined {
  const targets = Object.values(draft.before.connectors).flatMap(({ from, to }) => (from === gone ? [to] : []));
  return targets.find((id) => Object.hasOwn(draft.now.elements, id) && canStart(draft, id));
}

function firstWithoutEntrance(draft: Draft): ElementId | undefined {
  const candidates = elementIds(draft.now).filter((id) => canStart(draft, id));
  return candidates.find((id) => draft.graph().into(id).length === 0) ?? candidates[0];
}
