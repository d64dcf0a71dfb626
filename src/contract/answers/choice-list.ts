import * as z from 'zod';
import type { Evaluation } from '#expressions/expression.ts';
import { isPlainName } from '#expressions/plain-name.ts';
import type { Scope } from '#expressions/value-type.ts';
import { cutText } from '#prelude/cut-text.ts';
import { isJsonObject, type Json, type JsonObject, own } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { ExpressionPlace, OfferedOption } from '../element-type.ts';
import { setting } from '../setting.ts';

/** The items of the list as expressions see them. */
const ITEM_SCOPE: Scope = { item: { kind: 'any' } };

const expressionText = z.string().max(LIMITS.expressionLength);

function part(label: string, help: string) {
  const face = { widget: 'expression', label, help, adds: ITEM_SCOPE, namesFields: true, tab: 'Choices' } as const;
  return setting(expressionText.optional(), face);
}

/** Choices that are the items of a list, such as countries or what a connection found. */
export const choiceList = z
  .strictObject({
    from: setting(expressionText, {
      widget: 'expression',
      label: 'List',
      help: 'Texts, or records such as {code, name}: values.countries.',
      tab: 'Choices',
    }),
    value: part('Value', 'A field of each item, such as code, or an expression over item. The item itself unless set.'),
    label: part('Label', 'What people see of each item, such as name. Its label, name or value unless set.'),
    heading: part('Heading', 'Stands above the label, such as a group.'),
    image: part('Image', 'The https address of a picture.'),
  })
  .optional();

export type ChoiceList = NonNullable<z.infer<typeof choiceList>>;

const PARTS = ['value', 'label', 'heading', 'image'] as const;
type Part = (typeof PARTS)[number];

const LIST = { kind: 'list', items: { kind: 'any' } } as const;

const PART_LABELS = { value: 'Value', label: 'Label', heading: 'Heading', image: 'Image' } as const;

/** The expressions of a list, with their places; a plain name is a field of the items and no expression. */
export function listExpressions(list: ChoiceList | undefined): readonly ExpressionPlace[] {
  if (!list) return [];
  const parts = PARTS.flatMap((name): ExpressionPlace[] => {
    const source = list[name];
    if (source === undefined || isField(source)) return [];
    return [{ path: `list.${name}`, source, adds: ITEM_SCOPE, label: `${PART_LABELS[name]} of each choice` }];
  });
  return [{ path: 'list.from', source: list.from, expects: LIST, label: 'List of choices' }, ...parts];
}

interface Evaluating {
  evaluate(source: string, beside?: JsonObject): Evaluation;
  secretsOf(source: string): readonly string[];
}

/**
 * What a list offers in this run, each value once, at most {@link LIMITS.listedOptions}. A list that cannot be read, or
 * that was made of something secret, offers nothing.
 */
export function listedOptions(list: ChoiceList, context: Evaluating): readonly OfferedOption[] {
  const sources = PARTS.map((name) => list[name]).filter((source) => source !== undefined && !isField(source));
  if ([list.from, ...sources].some((source) => source && context.secretsOf(source).length > 0)) return [];
  const { value: items } = context.evaluate(list.from);
  if (!Array.isArray(items)) return [];
  const some: readonly Json[] = items.slice(0, LIMITS.listedOptions);
  const columns = new Map(PARTS.map((name) => [name, columnOf(list, name, some, context)]));
  const taken = new Set<string>();
  return some.flatMap((_item, index): OfferedOption[] => {
    const at = (name: Part) => wordOf(columns.get(name)?.[index]);
    const value = at('value');
    if (value === undefined || taken.has(value)) return [];
    taken.add(value);
    const heading = at('heading');
    const image = at('image');
    return [
      {
        value,
        label: at('label') ?? value,
        ...(heading === undefined ? {} : { heading }),
        ...(image !== undefined && /^https:\/\//i.test(image) ? { image } : {}),
      },
    ];
  });
}

/** One part of every item: by far most lists name fields, which need no expression to be read. */
function columnOf(
  list: ChoiceList,
  name: Part,
  items: readonly Json[],
  context: Evaluating,
): readonly (Json | undefined)[] {
  const source = list[name];
  if (source === undefined) return items.map((item) => DEFAULTS[name](item));
  if (source.trim() === 'item') return items;
  if (isField(source)) return items.map((item) => (isJsonObject(item) ? own(item, source.trim()) : undefined));
  // One evaluation for all items, so that one budget bounds it.
  const { value } = context.evaluate(`for item in (\n${list.from}\n) return (\n${source}\n)`);
  return Array.isArray(value) ? value : [];
}

const DEFAULTS: { readonly [name in Part]: (item: Json) => Json | undefined } = {
  value: (item) => (isJsonObject(item) ? own(item, 'value') : item),
  label: (item) => (isJsonObject(item) ? (own(item, 'label') ?? own(item, 'name')) : undefined),
  heading: () => undefined,
  image: () => undefined,
};

/** A plain name: that of a field of each item. */
function isField(source: string): boolean {
  return source.trim() !== 'item' && isPlainName(source);
}

/** What can be the value or the words of an option; undefined for anything else. */
function wordOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const word = cutText(value.trim(), LIMITS.shortText);
  return word === '' ? undefined : word;
}
