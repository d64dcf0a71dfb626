import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import type { Connector, Interaction } from './interaction.ts';

export type PlacedConnector = Connector & { readonly id: ConnectorId };

/** The connectors of an Interaction, indexed. Order among connectors of one exit is that of their order keys, then ids. */
export interface Graph {
  from(element: ElementId): readonly PlacedConnector[];
  into(element: ElementId): readonly PlacedConnector[];
  /** Elements that can be reached from the start and from entry points along connectors. */
  reachable(): ReadonlySet<ElementId>;
}

export function elementIds(interaction: Interaction): readonly ElementId[] {
  return Object.keys(interaction.elements) as ElementId[];
}

export function graphOf(interaction: Interaction): Graph {
  const from = new Map<ElementId, PlacedConnector[]>();
  const into = new Map<ElementId, PlacedConnector[]>();
  for (const id of Object.keys(interaction.connectors) as ConnectorId[]) {
    const connector = interaction.connectors[id];
    if (!connector) continue;
    const placed = { ...connector, id };
    push(from, connector.from, placed);
    push(into, connector.to, placed);
  }
  for (const list of from.values()) list.sort(byOrder);
  for (const list of into.values()) list.sort(byOrder);
  return {
    from: (element) => from.get(element) ?? [],
    into: (element) => into.get(element) ?? [],
    reachable: () => reachableFrom(entrances(interaction), from),
  };
}

function entrances(interaction: Interaction): ElementId[] {
  const entryPoints = elementIds(interaction).filter((id) => interaction.elements[id]?.entryPoint);
  return interaction.start ? [interaction.start, ...entryPoints] : entryPoints;
}

function reachableFrom(starts: readonly ElementId[], from: ReadonlyMap<ElementId, readonly PlacedConnector[]>) {
  const seen = new Set<ElementId>(starts);
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { to } of from.get(id) ?? []) {
      if (!seen.has(to)) {
        seen.add(to);
        waiting.push(to);
      }
    }
  }
  return seen;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function byOrder(a: PlacedConnector, b: PlacedConnector): number {
  const left = a.order ?? '';
  const right = b.order ?? '';
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
