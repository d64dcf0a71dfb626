import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Behaviour } from './behaviour.ts';

/** What belonged to a deleted element goes with it: its connectors, its place, its membership in groups. */
export const deleteCleansUp: Behaviour = {
  name: 'Connectors and places of deleted elements go with them',
  react(draft) {
    const there = (id: ElementId) => Object.hasOwn(draft.now.elements, id);
    if ([...draft.touched].every(there)) return;
    for (const [id, { from, to }] of Object.entries(draft.now.connectors) as [
      ConnectorId,
      { from: ElementId; to: ElementId },
    ][]) {
      if (!there(from) || !there(to)) draft.put(['connectors', id], undefined);
    }
    const { positions, groups, locked } = draft.now.layout;
    for (const id of Object.keys(positions) as ElementId[]) {
      if (!there(id)) draft.put(['layout', 'positions', id], undefined);
    }
    if (locked?.some((id) => !there(id))) draft.put(['layout', 'locked'], locked.filter(there));
    for (const [id, group] of Object.entries(groups ?? {})) {
      if (group.elements.every(there)) continue;
      const elements = group.elements.filter(there);
      draft.put(['layout', 'groups', id], elements.length > 0 ? ({ ...group, elements } as Json) : undefined);
    }
  },
};
