import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import type { Catalog } from '#contract/element-type.ts';
import { freeVariables, parseExpression } from '#expressions/expression.ts';
import type { FreeName } from '#expressions/free-names.ts';
import { freeVariablesOfTemplate, parseTemplate } from '#expressions/template.ts';
import type { ElementId } from '#prelude/ids.ts';
import { settingsOf } from './element-settings.ts';
import type { Element, Interaction } from './interaction.ts';

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

/** A spot where an Interaction gives an outcome of its account. */
export interface OutcomeGiven {
  readonly element: ElementId;
  readonly path: string;
  readonly outcome: string;
}

type Content = Pick<Interaction, 'elements' | 'variables'>;

/** Every read of an account value in the texts and expressions of an Interaction; one for each key and spot. */
export function valuesRead(interaction: Content, catalog: Catalog): readonly ValueRead[] {
  // A variable of that name stands before the account's values, as in the run.
  if (Object.hasOwn(interaction.variables, ACCOUNT_VALUES)) return [];
  return elementsOf(interaction, catalog).flatMap(({ id, element, type }) => {
    const settings = settingsOf(element);
    const { help } = element;
    const at = `elements.${id}`;
    const texts = [...type.texts(settings), ...(help ? [{ path: 'help', text: help, label: 'Help' }] : [])];
    return [
      ...texts.flatMap(({ path, text, label }) =>
        Object.entries(text).flatMap(([language, words]) =>
          keysIn(namesInText(words)).map((key) => ({
            element: id,
            path: `${at}.${path}.${language}`,
            label,
            key,
          })),
        ),
      ),
      ...type
        .expressions(settings)
        .flatMap(({ path, source, label }) =>
          keysIn(namesInExpression(source)).map((key) => ({ element: id, path: `${at}.${path}`, label, key })),
        ),
    ];
  });
}

/** Every outcome that the elements of an Interaction name. */
export function outcomesGiven(interaction: Content, catalog: Catalog): readonly OutcomeGiven[] {
  return elementsOf(interaction, catalog).flatMap(({ id, element, type }) =>
    (type.references?.(settingsOf(element)) ?? [])
      .filter(({ kind }) => kind === 'outcome')
      .map(({ path, key }) => ({ element: id, path: `elements.${id}.${path}`, outcome: key })),
  );
}

function elementsOf({ elements }: Content, catalog: Catalog) {
  return (Object.entries(elements) as [ElementId, Element][]).flatMap(([id, element]) => {
    const type = catalog.get(element.type);
    return type ? [{ id, element, type }] : [];
  });
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
