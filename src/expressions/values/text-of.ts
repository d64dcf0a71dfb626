import { literalOfText } from '../syntax/literals.ts';
import { isSimpleName } from '../syntax/names.ts';
import type { Meter } from './meter.ts';
import { numberText } from './numbers.ts';
import { type Context, isList, isSpecial, type List, type Range, type Value } from './value.ts';

/** The text of a value as `string(…)` gives it: a text as it is, the rest as FEEL writes it. */
export function valueText(value: Value, meter: Meter): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (isList(value) || !isSpecial(value)) {
    const text = meter.deeper(() => (isList(value) ? listText(value, meter) : contextText(value, meter)));
    meter.spendText(text.length);
    return text;
  }
  if (value.kind === 'range') return rangeText(value, meter);
  if (value.kind === 'function') return `function(${value.parameters.join(', ')})`;
  return value.toString();
}

function listText(list: List, meter: Meter): string {
  meter.spend(3 + 4 * list.length);
  return `[${list.map((item) => partText(item, meter)).join(', ')}]`;
}

function contextText(context: Context, meter: Meter): string {
  const keys = Object.keys(context);
  meter.spend(3 + 6 * keys.length);
  return `{${keys.map((key) => `${keyText(key)}: ${partText(context[key] ?? null, meter)}`).join(', ')}}`;
}

/** Inside a list or a context texts stand in quotes. */
function partText(value: Value, meter: Meter): string {
  return typeof value === 'string' ? literalOfText(value) : valueText(value, meter);
}

function keyText(key: string): string {
  return isSimpleName(key) ? key : literalOfText(key);
}

export function rangeText(range: Range, meter: Meter): string {
  if (range.operator)
    return `${range.operator} ${endText(range.operator.startsWith('<') ? range.end : range.start, meter)}`;
  const open = range.startIncluded ? '[' : '(';
  const close = range.endIncluded ? ']' : ')';
  return `${open}${endText(range.start, meter)}..${endText(range.end, meter)}${close}`;
}

function endText(end: Value, meter: Meter): string {
  if (end === null || !isSpecial(end)) return partText(end, meter);
  return `@${literalOfText(valueText(end, meter))}`;
}
