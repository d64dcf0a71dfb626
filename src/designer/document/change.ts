import type { Interaction } from '#format/interaction.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { isLocalized, sameJson } from './property.ts';

/**
 * What an edit did to one property of the file: the unit in which edits of several people merge and in which undo
 * asks whether its property still holds what the command wrote. `undefined` stands for a property that is not there.
 */
export interface Change {
  readonly path: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
}

/** Maps of the file whose members are things with an id; each thing merges property by property. */
export const SECTIONS = ['variables', 'elements', 'connectors', 'rules', 'tests', 'comments'] as const;

const SECTION_KEYS: ReadonlySet<string> = new Set(SECTIONS);

/** All differences between two states of a file, property by property. Parts that are the same object are not walked. */
export function changesBetween(before: Interaction, after: Interaction): readonly Change[] {
  const changes: Change[] = [];
  const left: JsonObject = { ...before } as unknown as JsonObject;
  const right: JsonObject = { ...after } as unknown as JsonObject;
  for (const key of keysOf(left, right)) {
    if (SECTION_KEYS.has(key)) compareMap([key], left[key], right[key], compareThing, changes);
    else if (key === 'layout') compareMap([key], left[key], right[key], compareLayout, changes);
    else compareLeaf([key], left[key], right[key], changes);
  }
  return changes;
}

type Compare = (path: readonly string[], before: Json | undefined, after: Json | undefined, into: Change[]) => void;

function compareMap(
  path: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
  member: Compare,
  into: Change[],
): void {
  if (before === after) return;
  const left = isJsonObject(before) ? before : {};
  const right = isJsonObject(after) ? after : {};
  for (const key of keysOf(left, right)) {
    if (left[key] !== right[key]) member([...path, key], left[key], right[key], into);
  }
}

/** A thing that comes or goes does so as a whole: half an element is of no use to anybody. */
const compareThing: Compare = (path, before, after, into) => {
  if (isJsonObject(before) && isJsonObject(after)) compareMap(path, before, after, compareText, into);
  else compareLeaf(path, before, after, into);
};

const compareText: Compare = (path, before, after, into) => {
  if (isLocalized(before) && isLocalized(after)) compareMap(path, before, after, compareLeaf, into);
  else compareLeaf(path, before, after, into);
};

const compareLayout: Compare = (path, before, after, into) => {
  if (path[1] === 'positions' || path[1] === 'groups') compareMap(path, before, after, compareLeaf, into);
  else compareLeaf(path, before, after, into);
};

const compareLeaf: Compare = (path, before, after, into) => {
  if (sameJson(before, after)) return;
  into.push({ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });
};

function keysOf(left: JsonObject, right: JsonObject): ReadonlySet<string> {
  return new Set([...Object.keys(left), ...Object.keys(right)]);
}
