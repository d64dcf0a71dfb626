import type { Connector, Interaction } from '#format/interaction.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';

export type UsedExits = ReadonlyMap<ElementId, ReadonlySet<string>>;

interface Leaving {
  readonly connectors: readonly [ConnectorId, Connector][];
  /** By element, the exits that a connector leaves by; one without a name stands for the only exit. */
  readonly used: UsedExits;
}

const knownLeaving = new WeakMap<Interaction['connectors'], Leaving>();

/** The connectors as a list, and the exits they leave by; told once, for most edits leave all connectors as they are. */
export function leaving(section: Interaction['connectors']): Leaving {
  const known = knownLeaving.get(section);
  if (known) return known;
  const connectors = Object.entries(section) as [ConnectorId, Connector][];
  const used = new Map<ElementId, Set<string>>();
  for (const [, { from, exit = '' }] of connectors) {
    const exits = used.get(from);
    if (exits) exits.add(exit);
    else used.set(from, new Set([exit]));
  }
  knownLeaving.set(section, { connectors, used });
  return { connectors, used };
}

export function isUsed(used: UsedExits, id: ElementId, exit: string): boolean {
  return used.get(id)?.has(exit) === true;
}
