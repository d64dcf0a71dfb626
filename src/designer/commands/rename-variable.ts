import { RESERVED_WORDS } from '#expressions/syntax/names.ts';
import type { Element, Interaction, Variable } from '#format/interaction.ts';
import { BUILT_IN_SCOPE } from '#format/scope.ts';
import { type ElementId, ID_PATTERN, type VariableKey } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Draft } from '../editor/draft.ts';
import type { Editor } from '../editor/editor.ts';
import { type Renaming, withRenamed } from '../editor/renamed-variable.ts';

/** Why a variable cannot be written like this, in a sentence; or that it can. */
export function canRenameVariable({ variables }: Interaction, from: string, to: string): Result<true, string> {
  if (!ID_PATTERN.test(to)) return fail('Write it in small letters, digits and _, beginning with a letter');
  if (to !== from && Object.hasOwn(variables, to)) return fail(`Another variable is written {${to}} already`);
  if (Object.hasOwn(BUILT_IN_SCOPE, to)) return fail(`{${to}} is a built-in value of every session`);
  return RESERVED_WORDS.has(to) ? fail(`“${to}” is a word of the expression language`) : ok(true);
}

/** Writes a variable otherwise, everywhere at once: in texts, expressions, settings and tests. */
export function renameVariable(editor: Editor, from: string, to: string): Result<true, string> {
  const possible = canRenameVariable(editor.interaction, from, to);
  if (!possible.ok || from === to) return possible;
  editor.edit(`Write {${from}} as {${to}}`, (draft) => {
    const { variables, elements } = draft.now;
    const renaming: Renaming = { from, to, fields: fieldsIn(variables) };
    draft.put(['variables'], withKey(variables as unknown as JsonObject, renaming));
    for (const [id, element] of Object.entries(elements) as [ElementId, Element][]) {
      const type = draft.typeOf(id);
      const made = type ? withRenamed(element, type, renaming) : element;
      if (made !== element) draft.put(['elements', id], made as unknown as Json);
    }
    renameInTests(draft, renaming);
    return undefined;
  });
  return possible;
}

function renameInTests(draft: Draft, renaming: Renaming): void {
  for (const [id, { given, expect }] of Object.entries(draft.now.tests)) {
    if (given && Object.hasOwn(given, renaming.from)) draft.put(['tests', id, 'given'], withKey(given, renaming));
    const { variables } = expect;
    if (variables && Object.hasOwn(variables, renaming.from))
      draft.put(['tests', id, 'expect'], { ...expect, variables: withKey(variables, renaming) } as Json);
  }
}

/** The object with one key called otherwise, in its place. */
function withKey(object: JsonObject, { from, to }: Renaming): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
}

function fieldsIn(variables: Interaction['variables']): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (shape: Pick<Variable, 'fields' | 'items'>) => {
    for (const [name, field] of Object.entries(shape.fields ?? {})) {
      found.add(name);
      look(field);
    }
    if (shape.items) look(shape.items);
  };
  for (const key of Object.keys(variables)) {
    const variable = variables[key as VariableKey];
    if (variable) look(variable);
  }
  return found;
}
