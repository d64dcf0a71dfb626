import { generateKeyBetween } from 'fractional-indexing';
import type { Exit } from '#contract/element-type.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import { connectorsOf, exitName } from './connecting.ts';
import type { Draft } from './draft.ts';

/** Joins an exit to an element. An exit that leads to one element only is led there instead. */
export function connectExit(draft: Draft, from: ElementId, exit: Exit, to: ElementId): ConnectorId {
  const there = connectorsOf(draft, from, exit.name);
  const same = there.find((connector) => connector.to === to);
  if (same) return same.id;
  const first = there[0];
  if (exit.connectors === 'one' && first) {
    draft.put(['connectors', first.id, 'to'], to);
    return first.id;
  }
  const named = exitName(draft, from, exit);
  if (exit.connectors === 'one') return draft.addConnector({ from, ...named, to });
  const order = generateKeyBetween(there.at(-1)?.order ?? null, null);
  return draft.addConnector({ from, ...named, to, order });
}
