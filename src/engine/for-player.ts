import type { ActionButton } from '#contract/buttons/action-button.ts';
import type { Catalog } from '#contract/element-type.ts';
import { withheld } from '#contract/withheld.ts';
import { settingsOf } from '#format/element-settings.ts';
import { elementIds } from '#format/graph.ts';
import type { Element, Interaction } from '#format/interaction.ts';
import { invariant } from '#prelude/assert-never.ts';

/**
 * An Interaction as players may have it, to step ahead with: all that decides which page comes next where nothing outside is
 * asked. What acts on the world outside, tests, comments, notes and the layout stay on the server. Elements that are left
 * out keep their places, so that every way between the others is the same.
 */
export function forPlayer(interaction: Interaction, catalog: Catalog): Interaction {
  const { description: _description, ...rest } = interaction;
  const elements: { [id: string]: Element } = {};
  for (const id of elementIds(interaction)) {
    const element = interaction.elements[id];
    invariant(element, 'an id of the map stands in the map');
    elements[id] = elementForPlayer(element, catalog);
  }
  return { ...rest, elements, rules: {}, tests: {}, comments: {}, layout: { positions: {} } };
}

/** The element types of Interactions that {@link forPlayer} made. */
export function catalogForPlayer(catalog: Catalog): Catalog {
  return new Map([...catalog, [withheld.type, withheld]]);
}

function elementForPlayer(element: Element, catalog: Catalog): Element {
  const type = catalog.get(element.type);
  invariant(type, `the catalogue knows ${element.type}, as the file was read with it`);
  const settings = settingsOf(element);
  if (type.group === 'action' || type.group === 'note') {
    const { name, entryPoint } = element;
    const exits = type.exits(settings).map((exit) => exit.name);
    return { type: withheld.type, name, ...(entryPoint ? { entryPoint } : {}), exits };
  }
  const { buttons, outdated: _outdated, ...seen } = element;
  // Plain JSON by the format's promise, which interfaces without an index signature do not show.
  return {
    ...seen,
    ...type.forPlayer?.(settings),
    ...(buttons ? { buttons: buttons.map(buttonForPlayer) } : {}),
  } as unknown as Element;
}

/** What a button shows stays, and where a link leads; what it asks for is left out. */
function buttonForPlayer(button: ActionButton): ActionButton {
  if (button.action.kind === 'open-link') return button;
  return { ...button, action: { kind: 'client-event', event: withheld.type, payload: [] } };
}
