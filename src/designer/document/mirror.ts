import * as Y from 'yjs';
import type { Interaction } from '#format/interaction.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { type Change, SECTIONS } from './change.ts';
import { isLocalized, sameJson } from './property.ts';

/**
 * The Yjs side of a document. Each section of the file is a root map; each of its things a map of its properties;
 * a text by language one map deeper. All other values are plain JSON, replaced as a whole.
 */
type Shared = Y.Map<unknown>;

const TOP = 'interaction';
const POSITIONS = 'layout.positions';
const GROUPS = 'layout.groups';
const LAYOUT = 'layout';

/** Puts changes into the shared maps. The caller wraps it in a transaction. */
export function writeChanges(doc: Y.Doc, changes: readonly Change[]): void {
  for (const { path, after } of changes) writeProperty(doc, path, after);
}

/** The same, but only where a property still holds what the change began with; says how many did not. */
export function writeFitting(doc: Y.Doc, changes: readonly Change[]): number {
  let kept = 0;
  for (const { path, before, after } of changes) {
    if (sameJson(readProperty(doc, path), before)) writeProperty(doc, path, after);
    else kept++;
  }
  return kept;
}

function readProperty(doc: Y.Doc, path: readonly string[]): Json | undefined {
  const { map, rest } = locate(doc, path);
  let here: unknown = map;
  for (const key of rest) here = here instanceof Y.Map ? here.get(key) : undefined;
  return here === undefined ? undefined : plain(here);
}

function writeProperty(doc: Y.Doc, path: readonly string[], value: Json | undefined): void {
  const { map, rest } = locate(doc, path);
  const [key, ...deeper] = rest;
  if (key === undefined) throw new Error(`A change must name a property: ${path.join('.')}`);
  if (deeper.length === 0) {
    setOrRemove(map, key, value, isSection(path[0]) && path.length === 2);
    return;
  }
  const child = map.get(key);
  if (child instanceof Y.Map) writeInto(child, deeper, value);
}

function writeInto(map: Shared, path: readonly string[], value: Json | undefined): void {
  const [key, ...deeper] = path;
  if (key === undefined) return;
  const child = map.get(key);
  if (deeper.length === 0) setOrRemove(map, key, value, false);
  else if (child instanceof Y.Map) writeInto(child, deeper, value);
}

function setOrRemove(map: Shared, key: string, value: Json | undefined, thing: boolean): void {
  if (value === undefined) map.delete(key);
  else map.set(key, thing && isJsonObject(value) ? thingOf(value) : shared(value));
}

function thingOf(value: JsonObject): Shared {
  const map: Shared = new Y.Map();
  for (const [key, member] of Object.entries(value)) if (member !== undefined) map.set(key, shared(member));
  return map;
}

function shared(value: Json): unknown {
  if (!isLocalized(value)) return value;
  return new Y.Map<unknown>(Object.entries(value));
}

function isSection(key: string | undefined): boolean {
  return SECTIONS.some((section) => section === key);
}

/** The root map that a path begins in, and the rest of the path within it. */
function locate(doc: Y.Doc, path: readonly string[]): { map: Shared; rest: readonly string[] } {
  const [first, second] = path;
  if (first !== undefined && isSection(first)) return { map: doc.getMap(first), rest: path.slice(1) };
  if (first === 'layout' && second === 'positions') return { map: doc.getMap(POSITIONS), rest: path.slice(2) };
  if (first === 'layout' && second === 'groups') return { map: doc.getMap(GROUPS), rest: path.slice(2) };
  if (first === 'layout') return { map: doc.getMap(LAYOUT), rest: path.slice(1) };
  return { map: doc.getMap(TOP), rest: path };
}

/** The whole file as it stands in the shared maps. */
export function readDocument(doc: Y.Doc): Interaction {
  const file: { [key: string]: Json } = plainMap(doc.getMap(TOP));
  for (const section of SECTIONS) file[section] = plainMap(doc.getMap(section));
  const groups = plainMap(doc.getMap(GROUPS));
  file.layout = {
    ...plainMap(doc.getMap(LAYOUT)),
    positions: plainMap(doc.getMap(POSITIONS)),
    ...(Object.keys(groups).length > 0 ? { groups } : {}),
  };
  return file as unknown as Interaction;
}

/**
 * The file after a transaction: what did not change stays the same object, so that nothing is computed or drawn
 * again for it.
 */
export function rereadTouched(doc: Y.Doc, before: Interaction, transaction: Y.Transaction): Interaction {
  const file: { [key: string]: Json } = { ...(before as unknown as { [key: string]: Json }) };
  for (const [root, keys] of touchedKeys(doc, transaction)) {
    const map: Shared = doc.getMap(root);
    if (root === TOP) {
      for (const key of keys) replaceMember(file, key, map.get(key));
    } else if (root === POSITIONS || root === GROUPS || root === LAYOUT) {
      file.layout = layoutAfter(file.layout, root, map, keys);
    } else {
      const section = { ...(file[root] as { [key: string]: Json }) };
      for (const key of keys) replaceMember(section, key, map.get(key));
      file[root] = section;
    }
  }
  return file as unknown as Interaction;
}

function layoutAfter(layout: Json | undefined, root: string, map: Shared, keys: ReadonlySet<string>): Json {
  const next: { [key: string]: Json | undefined } = isJsonObject(layout) ? { ...layout } : {};
  if (root === LAYOUT) {
    for (const key of keys) replaceMember(next, key, map.get(key));
    return next;
  }
  const name = root === POSITIONS ? 'positions' : 'groups';
  const inner = isJsonObject(next[name]) ? { ...next[name] } : {};
  for (const key of keys) replaceMember(inner, key, map.get(key));
  next[name] = inner;
  if (name === 'groups' && Object.keys(inner).length === 0) delete next.groups;
  return next;
}

function replaceMember(object: { [key: string]: Json | undefined }, key: string, value: unknown): void {
  if (value === undefined) delete object[key];
  else object[key] = plain(value);
}

/** The keys of each root map below which a transaction changed anything. */
function touchedKeys(doc: Y.Doc, transaction: Y.Transaction): Map<string, Set<string>> {
  const roots = new Map<unknown, string>();
  for (const name of [TOP, LAYOUT, POSITIONS, GROUPS, ...SECTIONS]) roots.set(doc.getMap(name), name);
  const touched = new Map<string, Set<string>>();
  for (const [type, keys] of transaction.changed) {
    for (const key of keys) {
      const found = keyBelowRoot(type, key, roots);
      if (!found) continue;
      const set = touched.get(found.root) ?? new Set();
      touched.set(found.root, set.add(found.key));
    }
  }
  return touched;
}

function keyBelowRoot(
  changed: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>,
  changedKey: string | null,
  roots: ReadonlyMap<unknown, string>,
): { root: string; key: string } | undefined {
  let key = changedKey;
  for (let type: typeof changed | null = changed; type; ) {
    const root = roots.get(type);
    if (root !== undefined) return key === null ? undefined : { root, key };
    const item: Y.Item | null = type._item;
    if (!item) return undefined;
    key = item.parentSub;
    type = item.parent instanceof Y.AbstractType ? item.parent : null;
  }
  return undefined;
}

function plainMap(map: Shared): { [key: string]: Json } {
  const object: { [key: string]: Json } = {};
  for (const [key, value] of map.entries()) object[key] = plain(value);
  return object;
}

function plain(value: unknown): Json {
  return value instanceof Y.Map ? plainMap(value) : (value as Json);
}
