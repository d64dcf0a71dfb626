import { isJsonObject, type Json, type JsonObject, own } from '#prelude/json.ts';
import { canonicalJson } from '../canonical.ts';
import type { ItemChange, PropertyChange } from './change.ts';
import { commonSubsequence } from './common-subsequence.ts';

/** The properties in which two objects differ, keys sorted. */
export function propertyChanges(before: JsonObject, after: JsonObject): readonly PropertyChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => valueChanges([key], own(before, key), own(after, key)));
}

function valueChanges(path: readonly string[], before: Json | undefined, after: Json | undefined): PropertyChange[] {
  if (isJsonObject(before) && isJsonObject(after)) {
    return propertyChanges(before, after).map((change) => ({ ...change, path: [...path, ...change.path] }));
  }
  if (sameValue(before, after)) return [];
  const items = Array.isArray(before) && Array.isArray(after) ? { items: itemChanges(before, after) } : {};
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), ...items }];
}

function sameValue(before: Json | undefined, after: Json | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return canonicalJson(before) === canonicalJson(after);
}

/**
 * Which items of two lists differ, by their place after; those that are gone, by the place they had. Items are known
 * again by their `id` where all have one, else by being the same, else by what stands around them.
 */
function itemChanges(before: readonly Json[], after: readonly Json[]): readonly ItemChange[] {
  const byId = haveIds(before) && haveIds(after);
  const keysBefore = keysOf(before, byId);
  const keysAfter = keysOf(after, byId);
  const kept = commonSubsequence(keysBefore, keysAfter);
  const left = new Rest(kept, before.length, after.length);
  const moved = left.pair(
    (from) => keysBefore[from] ?? '',
    (to) => keysAfter[to] ?? '',
  );
  // Between two items that both lists have, what is left on one side became what is left on the other.
  const turned = byId ? [] : left.pair(left.gapBefore, left.gapAfter);
  const changes: ItemChange[] = [
    ...kept.flatMap(([from, to]) => difference(before[from], after[to], { from, to })),
    ...moved.map(([from, to]): ItemChange => {
      const [change = { from, to }] = difference(before[from], after[to], { from, to });
      return { ...change, moved: true };
    }),
    ...turned.flatMap(([from, to]) => difference(before[from], after[to], { from, to })),
    ...[...left.before].map((from) => ({ from, before: before[from] ?? null })),
    ...[...left.after].map((to) => ({ to, after: after[to] ?? null })),
  ];
  return changes.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function difference(
  before: Json | undefined,
  after: Json | undefined,
  place: { from: number; to: number },
): ItemChange[] {
  if (before === undefined || after === undefined || sameValue(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after)) return [{ ...place, properties: propertyChanges(before, after) }];
  return [{ ...place, before, after }];
}

/** What is gone stands before what took its place. */
function placeOf({ from = 0, to }: ItemChange): number {
  return to === undefined ? from - 0.5 : to;
}

function haveIds(list: readonly Json[]): boolean {
  const ids = list.map((item) => (isJsonObject(item) ? item.id : undefined));
  return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
}

function keysOf(list: readonly Json[], byId: boolean): readonly string[] {
  return list.map((item) => (byId && isJsonObject(item) ? String(item.id) : canonicalJson(item)));
}

/** The places of two lists that have no partner yet. */
class Rest {
  readonly before = new Set<number>();
  readonly after = new Set<number>();
  readonly #kept: readonly (readonly [from: number, to: number])[];

  constructor(kept: readonly (readonly [from: number, to: number])[], before: number, after: number) {
    this.#kept = kept;
    for (let from = 0; from < before; from++) this.before.add(from);
    for (let to = 0; to < after; to++) this.after.add(to);
    for (const [from, to] of kept) {
      this.before.delete(from);
      this.after.delete(to);
    }
  }

  /** Gives each other those of both sides that say the same of themselves, first to first, and takes them out. */
  pair<K>(
    keyBefore: (from: number) => K,
    keyAfter: (to: number) => K,
  ): readonly (readonly [from: number, to: number])[] {
    const waiting = new Map<K, number[]>();
    for (const from of this.before) {
      const key = keyBefore(from);
      const list = waiting.get(key);
      if (list) list.push(from);
      else waiting.set(key, [from]);
    }
    const pairs: [from: number, to: number][] = [];
    for (const to of [...this.after]) {
      const from = waiting.get(keyAfter(to))?.shift();
      if (from === undefined) continue;
      pairs.push([from, to]);
      this.before.delete(from);
      this.after.delete(to);
    }
    return pairs;
  }

  /** Between which two kept items a place lies. */
  readonly gapBefore = (from: number): number => this.#gap((pair) => pair[0] < from);
  readonly gapAfter = (to: number): number => this.#gap((pair) => pair[1] < to);

  #gap(lies: (pair: readonly [from: number, to: number]) => boolean): number {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const pair = this.#kept[middle];
      if (pair && lies(pair)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
