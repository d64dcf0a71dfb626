import type { MadeVariable } from '#contract/element-type.ts';
import { textIn } from '#contract/localized-text.ts';
import type { Element, Variable } from '#format/interaction.ts';
import { declares, shapeOf } from '#format/variable-shape.ts';
import type { VariableKey } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { type Draft, settingsOf } from '../editor/draft.ts';
import { usesOf } from '../editor/references.ts';
import type { Behaviour } from './behaviour.ts';

/** An element that asks has a variable for its answer: it comes, changes type and goes with the element. */
export const questionMakesVariable: Behaviour = {
  name: 'A Question makes the variable for its answer',
  react(draft) {
    for (const id of [...draft.touched]) {
      const element: Element | undefined = draft.now.elements[id];
      if (!element) continue;
      for (const made of madeBy(draft, element)) declare(draft, made, nameOf(made, element, draft.now.languages[0]));
    }
    dropOrphans(draft);
  },
};

function madeBy(draft: Draft, element: Element): readonly MadeVariable[] {
  return draft.catalog.get(element.type)?.makes(settingsOf(element)) ?? [];
}

/** What a variable is called that comes with an element. */
function nameOf({ name }: MadeVariable, element: Element, source: string | undefined): string {
  const words = name && source !== undefined ? textIn(name, source, source).trim() : '';
  return words === '' ? element.name : words;
}

function declare(draft: Draft, { key, type, secret }: MadeVariable, label: string): void {
  const known: Variable | undefined = draft.now.variables[key as VariableKey];
  const shape = shapeOf(type);
  if (!shape) return;
  const privacy = secret ? { privacy: 'secret' as const } : {};
  if (!known) draft.put(['variables', key], { ...shape, label, ...privacy } as Json);
  else if (!declares(known, type)) {
    const { items: _items, fields: _fields, default: _default, ...kept } = known;
    draft.put(['variables', key], { ...kept, ...shape, ...privacy } as Json);
  } else if (secret && known.privacy !== 'secret') {
    const { default: _default, dimension: _dimension, ...kept } = known;
    draft.put(['variables', key], { ...kept, ...privacy } as Json);
  }
}

function dropOrphans(draft: Draft): void {
  const keysOf = (element: Element | undefined) => (element ? madeBy(draft, element).map(({ key }) => key) : []);
  const ids = [...draft.touched];
  const lost = new Set(ids.flatMap((id) => keysOf(draft.before.elements[id])));
  for (const key of ids.flatMap((id) => keysOf(draft.now.elements[id]))) lost.delete(key);
  for (const key of lost) {
    const declared = draft.now.variables[key as VariableKey];
    if (!declared || declared.input === true) continue;
    if (usesOf(draft.now, draft.catalog, key).length === 0) draft.put(['variables', key], undefined);
  }
}
