import { isJsonObject, type Json } from '#prelude/json.ts';
import { canonicalJson } from '../canonical.ts';
import type { ItemChange, PropertyChange } from './change.ts';
import { excerpts, shortened } from './excerpt.ts';

/** What people call each key on the way to a property. */
export type LabelsOf = (path: readonly string[]) => readonly string[];

/** A property that differs in words, such as `Question, en: “What?” → “Which?”`; of two lists, a line for each item. */
export function propertyWords({ path, before, after, items }: PropertyChange, labelsOf: LabelsOf): readonly string[] {
  const label = labelsOf(path).join(', ');
  if (!items) return [`${label}: ${valueWords(before, after)}`];
  const labelsWithin: LabelsOf = (below) => labelsOf([...path, '0', ...below]).slice(path.length + 1);
  return items.flatMap((item) => itemWords(label, item, labelsWithin));
}

function itemWords(list: string, item: ItemChange, labelsOf: LabelsOf): readonly string[] {
  const { from, to, moved, before, after, properties = [] } = item;
  const label = `${list} ${(to ?? from ?? 0) + 1}`;
  return [
    ...(moved && from !== undefined ? [`${label}: moved from ${from + 1}`] : []),
    ...properties.flatMap((property) => propertyWords(property, labelsOf)).map((words) => `${label}, ${words}`),
    ...(before === undefined && after === undefined ? [] : [`${label}: ${valueWords(before, after)}`]),
  ];
}

function valueWords(before: Json | undefined, after: Json | undefined): string {
  if (before === undefined) return `${valueText(after)} added`;
  if (after === undefined) return `${valueText(before)} removed`;
  if (typeof before !== 'string' || typeof after !== 'string') return `${valueText(before)} → ${valueText(after)}`;
  const [was, is] = excerpts(before, after);
  return `“${was}” → “${is}”`;
}

function valueText(value: Json | undefined): string {
  if (typeof value === 'string') return `“${shortened(value)}”`;
  if (isJsonObject(value) && typeof value.label === 'string' && value.label !== '')
    return `“${shortened(value.label)}”`;
  return shortened(canonicalJson(value ?? null));
}
