import { LIMITS } from '#prelude/limits.ts';
import { parseTree } from '../syntax/grammar.ts';
import type { Node } from '../syntax/node.ts';
import { readTree } from '../syntax/read-tree.ts';
import { negated } from '../values/arithmetic.ts';
import { parseDate } from '../values/calendar-date.ts';
import { parseTime } from '../values/clock-time.ts';
import { areOrdered, orderOf } from '../values/compare.ts';
import { parseDateTime } from '../values/date-time.ts';
import { parseDuration } from '../values/durations.ts';
import type { Meter } from '../values/meter.ts';
import { parseTemporal } from '../values/parse-temporal.ts';
import { Range, type Value } from '../values/value.ts';

/** The range that a text such as `[1..3]` stands for; its ends must be literals. Undefined for what is no range. */
export function parseRange(source: string, meter: Meter): Range | undefined {
  if (source.length > LIMITS.shortText) return undefined;
  const tree = parseTree(source, []);
  const root = tree.ok ? readTree(tree.value, source) : undefined;
  if (!root?.ok || root.value.kind !== 'range') return undefined;
  const { startIncluded, endIncluded } = root.value;
  const start = literal(root.value.start);
  const end = literal(root.value.end);
  if (start === undefined || end === undefined || (start === null && end === null)) return undefined;
  if (start !== null && end !== null && (!areOrdered(start, end, meter) || (orderOf(start, end, meter) ?? 0) > 0))
    return undefined;
  return new Range(start, end, startIncluded, endIncluded);
}

const READERS: { readonly [name: string]: (text: string) => Value | undefined } = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

function literal(node: Node): Value | undefined {
  switch (node.kind) {
    case 'number':
    case 'text':
      return node.value;
    case 'null':
      return null;
    case 'at':
      return parseTemporal(node.text);
    case 'negate':
      return negated(literal(node.of) ?? null);
    case 'call': {
      const { callee, args } = node;
      const [text, more] = args.kind === 'positional' ? args.values : [];
      const reader = callee.kind === 'name' && Object.hasOwn(READERS, callee.name) ? READERS[callee.name] : undefined;
      return text?.kind === 'text' && !more ? reader?.(text.value) : undefined;
    }
    default:
      return undefined;
  }
}
