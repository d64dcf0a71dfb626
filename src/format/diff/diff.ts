import { isJsonObject, type Json, type JsonObject, own } from '#prelude/json.ts';
import type { Interaction } from '../interaction.ts';
import type { Change, Changed, InteractionDiff, Part, PropertyChange } from './change.ts';
import { propertyChanges } from './property-changes.ts';

/** The maps of a file, each with what a thing in it is. */
export const MAPS = {
  variables: 'variable',
  elements: 'element',
  connectors: 'connector',
  rules: 'rule',
  tests: 'test',
  comments: 'comment',
} as const satisfies { readonly [map in keyof Interaction]?: Part };

/** The property of elements that is no part of what runs. */
const AGE = 'outdated';

const CONTENT_MAPS = ['variables', 'elements', 'connectors', 'rules', 'tests'] as const;

/**
 * What differs between two Interactions, read by the format layer (so that both have this format). Things are known again
 * by their ids, which are lasting: another name is a renaming, another id is another thing.
 */
export function diffInteractions(before: Interaction, after: Interaction): InteractionDiff {
  return {
    content: [
      ...ownChanges(before, after),
      ...CONTENT_MAPS.flatMap((map) => mapChanges(map, before, after, (key) => map !== 'elements' || key !== AGE)),
    ],
    comments: mapChanges('comments', before, after),
    translations: mapChanges('elements', before, after, (key) => key === AGE).filter(isOfBoth),
    // A position is a pair, whatever in it has changed.
    layout: propertyChanges(jsonOf(before.layout), jsonOf(after.layout)).map(({ items: _items, ...change }) => change),
  };
}

/** Of the Interaction itself: all that stands in no map. */
function ownChanges(before: Interaction, after: Interaction): Change[] {
  const properties = propertyChanges(withoutMaps(before), withoutMaps(after));
  if (properties.length === 0) return [];
  return [{ part: 'interaction', change: kindOf('interaction', properties), id: after.id, properties }];
}

function withoutMaps(interaction: Interaction): JsonObject {
  const { layout: _layout, ...rest } = interaction;
  return Object.fromEntries(Object.entries(jsonOf(rest)).filter(([key]) => !Object.hasOwn(MAPS, key)));
}

/** What is added or removed as a whole is content. */
function isOfBoth({ change }: Change): boolean {
  return change !== 'added' && change !== 'removed';
}

function mapChanges(
  map: keyof typeof MAPS,
  before: Interaction,
  after: Interaction,
  isMeant: (key: string) => boolean = () => true,
): Change[] {
  const part = MAPS[map];
  const old = jsonOf(before[map]);
  const now = jsonOf(after[map]);
  const ids = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return ids.flatMap((id): Change[] => {
    const [was, is] = [own(old, id), own(now, id)];
    if (was === undefined) return is === undefined ? [] : [{ part, change: 'added', id, value: is }];
    if (is === undefined) return [{ part, change: 'removed', id, value: was }];
    const properties = propertyChanges(objectOf(was), objectOf(is)).filter(({ path: [key = ''] }) => isMeant(key));
    return properties.length === 0 ? [] : [{ part, change: kindOf(part, properties), id, properties }];
  });
}

/** The property that people call a thing by. */
const NAMES: { readonly [part in Part]?: string } = {
  interaction: 'name',
  element: 'name',
  test: 'name',
  variable: 'label',
};

function kindOf(part: Part, properties: readonly PropertyChange[]): Changed['change'] {
  if (properties.every(({ path }) => path.length === 1 && path[0] === NAMES[part])) return 'renamed';
  if (part === 'connector' && properties.some(({ path: [key] }) => key !== 'order')) return 'moved';
  return 'changed';
}

function jsonOf(value: object): JsonObject {
  return value as JsonObject;
}

function objectOf(value: Json): JsonObject {
  return isJsonObject(value) ? value : {};
}
