import type { Expression } from '../expression.ts';
import type { CompareOperator, Node } from '../syntax/node.ts';
import type { ValueType } from '../value-type.ts';
import { parseDate } from '../values/calendar-date.ts';
import { testsOf } from './condition.ts';
import { ALL, type Region, regionBeside, spansOf, unionRegion, valuesOf } from './region.ts';
import { aboveSpan, belowSpan, pointSpan, type Span } from './spans.ts';

/** The region of a cell that was read, in a column of a type; undefined where that is not simple to say. */
export function regionOfTests(read: Expression, type: ValueType): Region | undefined {
  const line = lineOf(type);
  if (line === undefined) return undefined;
  const { tests, negated } = testsOf(read);
  const regions: Region[] = [];
  for (const test of tests) {
    const region = regionOf(test, line);
    if (!region) return undefined;
    regions.push(region);
  }
  const taken = unionRegion(regions);
  return negated ? regionBeside(taken) : taken;
}

type Line = 'number' | 'date' | 'text' | 'boolean';

function lineOf({ kind }: ValueType): Line | undefined {
  if (kind === 'option') return 'text';
  return kind === 'number' || kind === 'date' || kind === 'text' || kind === 'boolean' ? kind : undefined;
}

function regionOf(test: Node, line: Line): Region | undefined {
  if (test.kind === 'unary-test') return comparison(test.operator, test.endpoint, line);
  if (test.kind !== 'range') return comparison('=', test, line);
  const low = pointOf(test.start, line);
  const high = pointOf(test.end, line);
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  const span = { low, lowIncluded: test.startIncluded, high, highIncluded: test.endIncluded };
  const isEmpty = low > high || (low === high && !(span.lowIncluded && span.highIncluded));
  return spans(isEmpty ? [] : [span], line);
}

function comparison(operator: CompareOperator, endpoint: Node, line: Line): Region | undefined {
  if (endpoint.kind === 'null') return operator === '!=' ? ALL : operator === '=' ? regionBeside(ALL) : undefined;
  const point = pointOf(endpoint, line);
  if (point === undefined) return undefined;
  if (operator === '!=') {
    const same = comparison('=', endpoint, line);
    return same && regionBeside(same);
  }
  if (typeof point !== 'number') return operator === '=' ? valuesOf(new Set([point]), false) : undefined;
  switch (operator) {
    case '=':
      return spans([pointSpan(point)], line);
    case '<':
    case '<=':
      return spans([belowSpan(point, operator === '<=')], line);
    case '>':
    case '>=':
      return spans([aboveSpan(point, operator === '>=')], line);
  }
}

function spans(all: readonly Span[], line: Line): Region | undefined {
  return line === 'number' || line === 'date' ? spansOf(line, all) : undefined;
}

/** The value of a literal on the line: a number, the number of a day, a text or a truth value. */
function pointOf(node: Node, line: Line): number | string | boolean | undefined {
  switch (line) {
    case 'number':
      if (node.kind === 'negate' && node.of.kind === 'number') return -node.of.value;
      return node.kind === 'number' ? node.value : undefined;
    case 'date':
      return parseDate(dateText(node) ?? '')?.days;
    case 'text':
      return node.kind === 'text' ? node.value : undefined;
    case 'boolean':
      return node.kind === 'boolean' ? node.value : undefined;
  }
}

/** The text of `@"2026-01-31"` and `date("2026-01-31")`. */
function dateText(node: Node): string | undefined {
  if (node.kind === 'at') return node.text;
  if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.name !== 'date') return undefined;
  const [only, more] = node.args.kind === 'positional' ? node.args.values : [];
  return only?.kind === 'text' && !more ? only.value : undefined;
}
