import type { MadeVariable } from '#contract/element-type.ts';
import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import type { Element, Variable } from '#format/interaction.ts';
import type { ElementId, VariableKey } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { type Draft, settingsOf } from '../editor/draft.ts';
import { usesOf } from '../editor/references.ts';
import { slug } from '../editor/slug.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * While nothing refers to it, the variable of an element is called as the element is named, so that texts read
 * `{problem}`, and that of a field in a form as the field. From the first use on its key stays, and only its label can be
 * changed.
 */
export const variableFollowsName: Behaviour = {
  name: 'An unused answer is called as its element or field is named',
  react(draft) {
    for (const id of [...draft.touched]) {
      const element: Element | undefined = draft.now.elements[id];
      const before: Element | undefined = draft.before.elements[id];
      const known = before !== undefined || draft.inserted.some((insertion) => insertion.element === id);
      if (!element || !known || element === before) continue;
      for (const renaming of renamingsOf(draft, element, before)) follow(draft, id, renaming);
    }
  },
};

/** A variable that is called otherwise now. */
interface Renaming {
  readonly key: string;
  /** Undefined: what made it is new. */
  readonly from: string | undefined;
  readonly to: string;
}

function renamingsOf(draft: Draft, element: Element, before: Element | undefined): readonly Renaming[] {
  const earlier = before ? madeBy(draft, before) : [];
  return madeBy(draft, element).flatMap(({ key, name }) => {
    if (name === undefined) return element.name === before?.name ? [] : [{ key, from: before?.name, to: element.name }];
    // A field is the same one while it keeps its variable.
    const was = earlier.find((made) => made.key === key)?.name;
    const [from, to] = [was && words(draft, was), words(draft, name)];
    return from === undefined || from === to ? [] : [{ key, from, to }];
  });
}

function madeBy(draft: Draft, element: Element): readonly MadeVariable[] {
  return draft.catalog.get(element.type)?.makes(settingsOf(element)) ?? [];
}

function words(draft: Draft, text: LocalizedText): string {
  const source = draft.now.languages[0] ?? '';
  return textIn(text, source, source).trim();
}

function follow(draft: Draft, id: ElementId, { key, from, to }: Renaming): void {
  const element: Element | undefined = draft.now.elements[id];
  const variable: Variable | undefined = draft.now.variables[key as VariableKey];
  if (!element || !variable) return;
  if (variable.label === from) draft.put(['variables', key, 'label'], to);
  const given = from === undefined || isOwnKey(key, id, from);
  if (!given || variable.input === true) return;
  const wanted = freeKey(draft, key, slug(to) || key);
  if (wanted === key) return;
  const uses = usesOf(draft.now, draft.catalog, key);
  if (uses.some((use) => use.element !== id || use.how !== 'makes')) return;
  const settings = withKey(settingsOf(element), key, wanted) as JsonObject;
  for (const [name, value] of Object.entries(settings)) draft.put(['elements', id, name], value);
  const { [key as VariableKey]: moved, ...rest } = draft.now.variables;
  draft.put(['variables'], { ...rest, [wanted]: { ...moved, label: to } } as Json);
}

function isOwnKey(key: string, id: ElementId, name: string): boolean {
  const base = slug(name);
  return key === base || key === id || id.endsWith(key) || key.replace(/_\d+$/, '') === base;
}

function freeKey(draft: Draft, own: string, wanted: string): string {
  const free = (key: string) => key === own || !Object.hasOwn(draft.now.variables, key);
  if (free(wanted)) return wanted;
  let n = 2;
  while (!free(`${wanted}_${n}`)) n++;
  return `${wanted}_${n}`;
}

/** The settings with the new key wherever a `variable` was the old one. */
function withKey(value: Json, from: string, to: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withKey(item, from, to));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined) return [];
    return [[name, name === 'variable' && member === from ? to : withKey(member, from, to)] as const];
  });
  return Object.fromEntries(entries);
}
