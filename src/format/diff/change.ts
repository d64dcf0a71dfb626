import type { Json } from '#prelude/json.ts';

/** What differs between two Interactions, as data: words, drawings and patches are made from it. */
export interface InteractionDiff {
  /** What runs: it is empty exactly where both have the same content hash. In the order of the file, ids sorted. */
  readonly content: readonly Change[];
  readonly comments: readonly Change[];
  /** Which translations of elements are older than their source. */
  readonly translations: readonly Change[];
  /** Where elements stand, how they are grouped and what is locked: properties of the file's `layout`. */
  readonly layout: readonly PropertyChange[];
}

/** What changed: the Interaction itself (name, languages, start …), or a thing of one of its maps. */
export type Part = 'interaction' | 'variable' | 'element' | 'connector' | 'rule' | 'test' | 'comment';

export type Change = Added | Removed | Changed;

interface ChangedThing {
  readonly part: Part;
  /** The id of the thing, or that of the Interaction as it is now. */
  readonly id: string;
}

export interface Added extends ChangedThing {
  readonly change: 'added';
  readonly value: Json;
}

export interface Removed extends ChangedThing {
  readonly change: 'removed';
  readonly value: Json;
}

/**
 * `renamed`: only what people call it differs. `moved`: a connector leaves or reaches something else. `changed`: anything
 * else, whatever more differs.
 */
export interface Changed extends ChangedThing {
  readonly change: 'renamed' | 'moved' | 'changed';
  readonly properties: readonly PropertyChange[];
}

/** A property that differs. Objects are compared property by property, a list is one property. */
export interface PropertyChange {
  /** The keys that lead to it from the thing that has it, such as `['text', 'en']`. */
  readonly path: readonly string[];
  /** Absent where there was none. */
  readonly before?: Json;
  /** Absent where there is none any more. */
  readonly after?: Json;
  /** Of two lists: the items that differ. */
  readonly items?: readonly ItemChange[];
}

/** An item of a list that is new (only `to`), gone (only `from`), or elsewhere or different (both). */
export interface ItemChange {
  /** Its place in the list before, and in the list after, counted from 0. */
  readonly from?: number;
  readonly to?: number;
  /** Among the other items it stands elsewhere; what differs besides is told too. */
  readonly moved?: true;
  /** The item where it is new, gone, or another value. */
  readonly before?: Json;
  readonly after?: Json;
  /** What differs in an item that is an object. */
  readonly properties?: readonly PropertyChange[];
}

/** Whether both are the same to whoever runs them. */
export function isSameContent({ content }: InteractionDiff): boolean {
  return content.length === 0;
}
