import type { Catalog, Exit } from '#contract/element-type.ts';
import type { ElementId } from '#prelude/ids.ts';
import { settingsOf } from './element-settings.ts';
import type { Connector, Element, Interaction } from './interaction.ts';

/** Elements that are offered and chosen as options, but that no run ever enters: nothing they lead to is followed. */
export function onlyOffered({ elements, connectors }: Interaction, catalog: Catalog): ReadonlySet<ElementId> {
  const exitsOf = (id: ElementId): readonly Exit[] => {
    const element: Element | undefined = elements[id];
    return element ? knownExits(element, catalog) : [];
  };
  const all: readonly Connector[] = Object.values(connectors);
  const asking = new Set(all.flatMap(({ from }) => (exitsOf(from).some(({ onlyOffers }) => onlyOffers) ? [from] : [])));
  const offered = new Set<ElementId>();
  if (asking.size === 0) return offered;
  const entered = new Set<ElementId>();
  for (const { from, exit, to } of all) {
    const exits = asking.has(from) ? exitsOf(from) : [];
    const leads = exits.find(({ name }) => name === (exit ?? exits[0]?.name));
    (leads?.onlyOffers ? offered : entered).add(to);
  }
  for (const id of entered) offered.delete(id);
  return offered;
}

const known = new WeakMap<Catalog, WeakMap<Element, readonly Exit[]>>();

/** The exits of an element; remembered while it stays the same object, for many connectors ask and most edits leave it so. */
function knownExits(element: Element, catalog: Catalog): readonly Exit[] {
  const byElement = known.get(catalog) ?? new WeakMap<Element, readonly Exit[]>();
  known.set(catalog, byElement);
  const exits = byElement.get(element) ?? catalog.get(element.type)?.exits(settingsOf(element)) ?? [];
  byElement.set(element, exits);
  return exits;
}
