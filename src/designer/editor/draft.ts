import type { Catalog, ElementType, Exit } from '#contract/element-type.ts';
import { settingsOf as ownSettings, versionOf } from '#format/element-settings.ts';
import { type Graph, graphOf } from '#format/graph.ts';
import type { Connector, Element, Interaction } from '#format/interaction.ts';
import { cardHeight } from '#map/card-size.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Random } from '#prelude/ports.ts';

/** What an insert was meant to do beyond making an element; behaviours place and connect it accordingly. */
export interface Insertion {
  readonly element: ElementId;
  /** The elements it should follow. */
  readonly after: readonly ElementId[];
  /** The exit it was drawn from, where one was. */
  readonly exit?: string | undefined;
  /** The connector it was dropped on. */
  readonly on?: ConnectorId | undefined;
  readonly at?: readonly [number, number] | undefined;
}

/** A file while a command changes it: what was, what is now, and the ways to change it. */
export interface Draft {
  readonly catalog: Catalog;
  readonly before: Interaction;
  /** The file with all that was done so far. Read it, keep nothing of it. */
  readonly now: Interaction;
  readonly inserted: readonly Insertion[];
  /** The elements that were made, changed or deleted so far: what follows from a change looks at these, not at all. */
  readonly touched: ReadonlySet<ElementId>;
  /** The source language. */
  readonly language: string;
  /** Sets the property at a path, or removes it where the value is undefined. Objects on the way are made. */
  put(path: readonly string[], value: Json | undefined): void;
  newId(prefix: string): string;
  /** Says something to the person once the edit is done: what it took along, beyond what was asked for. */
  tell(words: string): void;
  readonly told: readonly string[];
  addElement(type: ElementType, settings: JsonObject, insertion: Omit<Insertion, 'element'>): ElementId;
  addConnector(connector: Connector): ConnectorId;
  /** The connectors as they are now, indexed. */
  graph(): Graph;
  typeOf(id: ElementId): ElementType | undefined;
  exitsOf(id: ElementId): readonly Exit[];
  /** Height of its card, pixels. */
  heightOf(id: ElementId): number;
}

type Mutable = { [key: string]: Json | undefined };

export function draftOf(before: Interaction, catalog: Catalog, random: Random): Draft {
  const root: Mutable = { ...(before as unknown as JsonObject) };
  /** Objects that this draft copied and may therefore change in place. */
  const owned = new WeakSet<object>([root]);
  const inserted: Insertion[] = [];
  const touched = new Set<ElementId>();
  const told: string[] = [];
  let graph: Graph | undefined;
  const now = root as unknown as Interaction;

  const ownChild = (parent: Mutable, key: string): Mutable => {
    const child = parent[key];
    if (isJsonObject(child) && owned.has(child)) return child as Mutable;
    const copy: Mutable = isJsonObject(child) ? { ...child } : {};
    owned.add(copy);
    parent[key] = copy as Json;
    return copy;
  };

  const put = (path: readonly string[], value: Json | undefined) => {
    const last = path.at(-1);
    if (last === undefined) throw new Error('A draft is changed at a path');
    let here = root;
    for (const key of path.slice(0, -1)) here = ownChild(here, key);
    if (value === undefined) delete here[last];
    else here[last] = value;
    if (path[0] === 'elements' && path[1] !== undefined) touched.add(path[1] as ElementId);
    if (path[0] === 'connectors' || path[0] === 'start' || path.length < 3) graph = undefined;
  };

  const newId = (prefix: string) => {
    for (;;) {
      const id = `${prefix}_${randomTail(random)}`;
      if (!Object.hasOwn(now.elements, id) && !Object.hasOwn(now.connectors, id) && !Object.hasOwn(now.variables, id))
        return id;
    }
  };

  const typeOf = (id: ElementId) => {
    const type = now.elements[id]?.type;
    return type === undefined ? undefined : catalog.get(type);
  };

  return {
    catalog,
    before,
    now,
    inserted,
    touched,
    language: before.languages[0],
    put,
    newId,
    tell: (words) => void told.push(words),
    told,
    addElement(type, settings, insertion) {
      const id = newId(idPrefix(type)) as ElementId;
      const made = { type: type.type, ...versionOf(type), name: freeName(now, type.title), ...settings };
      put(['elements', id], made as Json);
      inserted.push({ ...insertion, element: id });
      return id;
    },
    addConnector(connector) {
      const id = newId('k') as ConnectorId;
      put(['connectors', id], connector as unknown as Json);
      return id;
    },
    graph() {
      graph ??= graphOf(now);
      return graph;
    },
    typeOf,
    exitsOf(id) {
      const element = now.elements[id];
      const type = typeOf(id);
      return element && type ? type.exits(settingsOf(element)) : [];
    },
    heightOf(id) {
      const element = now.elements[id];
      const type = typeOf(id);
      return element && type ? cardHeight({ group: type.group, exits: type.exits(settingsOf(element)) }) : 0;
    },
  };
}

/** The settings of an element's own type, without what every element has. */
export function settingsOf(element: Element): JsonObject {
  return ownSettings(element) as JsonObject;
}

export function idPrefix(type: ElementType): string {
  return (type.letter || type.type).slice(0, 1).toLowerCase();
}

/** `Question`, then `Question 2`, and so on: names may repeat, but new ones do not. */
function freeName(interaction: Interaction, wanted: string): string {
  const taken = new Set(Object.values(interaction.elements).map((element: Element) => element.name));
  if (!taken.has(wanted)) return wanted;
  let n = 2;
  while (taken.has(`${wanted} ${n}`)) n++;
  return `${wanted} ${n}`;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function randomTail(random: Random): string {
  let tail = '';
  for (let i = 0; i < 6; i++) tail += ALPHABET[Math.floor(random.next() * ALPHABET.length)];
  return tail;
}
