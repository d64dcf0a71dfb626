import type { Element, Variable } from '#format/interaction.ts';
import type { ElementId, VariableKey } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { isJsonObject } from '#prelude/json.ts';
import { type Draft, settingsOf } from '../editor/draft.ts';
import { usesOf } from '../editor/references.ts';
import { slug } from '../editor/slug.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * While nothing refers to it, the variable of an element is called as the element is named, so that texts read
 * `{problem}`. From the first use on its key stays, and only its label can be changed.
 */
export const variableFollowsName: Behaviour = {
  name: 'An unused answer is called as its element is named',
  react(draft) {
    for (const id of Object.keys(draft.now.elements) as ElementId[]) {
      const element: Element | undefined = draft.now.elements[id];
      const before: Element | undefined = draft.before.elements[id];
      const known = before !== undefined || draft.inserted.some((insertion) => insertion.element === id);
      if (element && known && element.name !== before?.name) follow(draft, id, element, before?.name);
    }
  },
};

function follow(draft: Draft, id: ElementId, element: Element, oldName: string | undefined): void {
  const type = draft.catalog.get(element.type);
  if (!type) return;
  const settings = settingsOf(element);
  for (const { key } of type.makes(settings)) {
    const variable: Variable | undefined = draft.now.variables[key as VariableKey];
    if (!variable) continue;
    if (variable.label === oldName) draft.put(['variables', key, 'label'], element.name);
    const others = usesOf(draft.now, draft.catalog, key).filter((use) => use.element !== id || use.how !== 'makes');
    const given = oldName === undefined || isOwnKey(key, id, oldName);
    if (others.length > 0 || !given || variable.input === true) continue;
    const wanted = freeKey(draft, key, slug(element.name) || key);
    if (wanted === key) continue;
    for (const [name, value] of Object.entries(settings)) {
      if (value !== undefined) draft.put(['elements', id, name], withKey(value, key, wanted));
    }
    const { [key as VariableKey]: moved, ...rest } = draft.now.variables;
    draft.put(['variables'], { ...rest, [wanted]: { ...moved, label: element.name } } as Json);
  }
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
