import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import { buttonReferences } from '#contract/buttons/button-places.ts';
import type { Reference } from '#contract/element-type.ts';
import { freeVariables, parseExpression } from '#expressions/expression.ts';
import type { FreeName } from '#expressions/free-names.ts';
import { freeVariablesOfTemplate, parseTemplate } from '#expressions/template.ts';
import { expressionsOf, templatesOf, textsOf } from '#format/element-places.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { ModelElement } from '../model.ts';

/** A spot where an Interaction reads a value of its account. */
export interface ValueRead {
  readonly element: ElementId;
  /** Where in the file, dotted: `elements.s_hello.text.en`. */
  readonly path: string;
  /** What holds it, in the words of people: `Text`, `Rule 1`. */
  readonly label: string;
  /** The key of the value; undefined where it may be any of them, as in `get value(values, name)`. */
  readonly key: string | undefined;
}

/** A spot where an Interaction names something of its account, or another Interaction. */
export interface Referring {
  readonly element: ElementId;
  readonly path: string;
  readonly kind: Reference['kind'];
  readonly key: string;
}

/** An Interaction as far as it must be known: its elements with their types, and which variables it declares. */
export interface Content {
  readonly elements: Iterable<ModelElement>;
  readonly variables: Interaction['variables'];
}

/** Every read of an account value in the texts and expressions of an Interaction; one for each key and spot. */
export function valuesRead({ elements, variables }: Content): readonly ValueRead[] {
  // A variable of that name stands before the account's values, as in the run.
  if (Object.hasOwn(variables, ACCOUNT_VALUES)) return [];
  return [...elements].flatMap((element) => {
    const read = (path: string, label: string, names: readonly FreeName[]) =>
      keysIn(names).map((key) => ({ element: element.id, path: `elements.${element.id}.${path}`, label, key }));
    return [
      ...textsOf(element).flatMap(({ path, text, label }) =>
        Object.entries(text).flatMap(([language, words]) => read(`${path}.${language}`, label, namesInText(words))),
      ),
      ...templatesOf(element).flatMap(({ path, source, label }) => read(path, label, namesInText(source))),
      ...expressionsOf(element).flatMap(({ path, source, label }) => read(path, label, namesInExpression(source))),
    ];
  });
}

/** Everything of the account that the elements of an Interaction name, connections and outcomes among it. */
export function referencesIn({ elements }: Pick<Content, 'elements'>): readonly Referring[] {
  return [...elements].flatMap(({ id, element, type, settings }) =>
    [...(type.references?.(settings) ?? []), ...buttonReferences(element.buttons)].map(({ kind, key, path }) => ({
      element: id,
      path: `elements.${id}.${path}`,
      kind,
      key,
    })),
  );
}

/** Texts and expressions that cannot be read, read nothing: the checks tell of them. */
function namesInText(words: string): readonly FreeName[] {
  if (!words.includes('{')) return [];
  const template = parseTemplate(words);
  return template.ok ? freeVariablesOfTemplate(template.value) : [];
}

function namesInExpression(source: string): readonly FreeName[] {
  const parsed = parseExpression(source);
  return parsed.ok ? freeVariables(parsed.value) : [];
}

function keysIn(names: readonly FreeName[]): readonly (string | undefined)[] {
  return [...new Set(names.filter(({ name }) => name === ACCOUNT_VALUES).map(({ field }) => field))];
}
