import { nodeCount, someNode } from '../syntax/child-nodes.ts';
import { normalName } from '../syntax/names.ts';
import type { ForNode, Iterator, QuantifiedNode } from '../syntax/node.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { isList, KIND_NAMES, kindOf, Range, type Value } from '../values/value.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate, Run } from './run.ts';

interface Source {
  readonly slot: number;
  /** What it costs to ask for the items. */
  readonly cost: number;
  readonly items: (run: Run) => Iterable<Value> | undefined;
}

export function compileFor(node: ForNode, compiler: Compiler): Evaluate {
  const { sources, inner } = compileIterators(node.iterators, compiler);
  const partialSlot = compiler.newSlot();
  const cost = nodeCount(node.body);
  const body = inner.within([{ kind: 'bound', name: 'partial', slot: partialSlot }]).compile(node.body);
  const usesPartial = someNode(node.body, (inside) => inside.kind === 'name' && inside.name === 'partial');
  return (run) => {
    const results: Value[] = [];
    const complete = eachCombination(sources, cost, run, () => {
      if (usesPartial) {
        // The body sees a copy: a list that it keeps must not grow afterwards.
        run.spend(results.length);
        run.slots[partialSlot] = results.slice();
      }
      results.push(body(run));
      run.checkList(results.length);
      return true;
    });
    return complete ? results : null;
  };
}

export function compileQuantified(node: QuantifiedNode, compiler: Compiler): Evaluate {
  const { sources, inner } = compileIterators(node.iterators, compiler);
  const cost = nodeCount(node.condition);
  const condition = inner.compile(node.condition);
  const decisive = node.quantifier === 'some';
  return (run) => {
    let result: Value = !decisive;
    const complete = eachCombination(sources, cost, run, () => {
      const holds = condition(run);
      if (holds === decisive) {
        result = decisive;
        return false;
      }
      if (holds !== !decisive) result = null;
      return true;
    });
    return complete ? result : null;
  };
}

/** Later iterators see the names of the earlier ones. */
function compileIterators(iterators: readonly Iterator[], compiler: Compiler) {
  const sources: Source[] = [];
  let inner = compiler;
  for (const iterator of iterators) {
    const items = compileSource(iterator, inner);
    const slot = compiler.newSlot();
    const cost = nodeCount(iterator.source) + (iterator.end ? nodeCount(iterator.end) : 0);
    sources.push({ slot, cost, items });
    inner = inner.within([{ kind: 'bound', name: normalName(iterator.name), slot }]);
  }
  return { sources, inner };
}

/** Calls `visit` for each combination of items until it says stop; false where a source has no items to give. */
function eachCombination(sources: readonly Source[], cost: number, run: Run, visit: () => boolean): boolean {
  let stopped = false;
  const walk = (place: number): boolean => {
    const source = sources[place];
    if (!source) {
      run.spend(cost);
      stopped = !visit();
      return true;
    }
    run.spend(source.cost);
    const items = source.items(run);
    if (!items) return false;
    for (const item of items) {
      run.spend(1);
      run.slots[source.slot] = item;
      if (!walk(place + 1)) return false;
      if (stopped) return true;
    }
    return true;
  };
  return walk(0);
}

function compileSource(iterator: Iterator, compiler: Compiler): (run: Run) => Iterable<Value> | undefined {
  const source = compiler.compile(iterator.source);
  if (iterator.end) {
    const end = compiler.compile(iterator.end);
    return (run) => steps(source(run), end(run), iterator, run, true);
  }
  return (run) => {
    const value = source(run);
    if (isList(value)) return value;
    if (value instanceof Range) return rangeItems(value, iterator, run);
    return value === null ? undefined : [value];
  };
}

function rangeItems(range: Range, iterator: Iterator, run: Run): Iterable<Value> | undefined {
  const { start, end, startIncluded, endIncluded } = range;
  const first = startIncluded ? start : moved(start, 1);
  const last = endIncluded ? end : moved(end, -1);
  return steps(first, last, iterator, run, false);
}

function moved(value: Value, by: number): Value {
  if (typeof value === 'number') return value + by;
  return value instanceof CalendarDate ? (value.plusDays(by) ?? null) : null;
}

/** Whole numbers or dates from one to the other, downwards too where that is allowed. */
function steps(start: Value, end: Value, at: Iterator, run: Run, down: boolean): Iterable<Value> | undefined {
  const dates = start instanceof CalendarDate && end instanceof CalendarDate;
  const from = dates ? start.days : start;
  const to = dates ? end.days : end;
  const countable =
    typeof from === 'number' && typeof to === 'number' && Number.isInteger(from) && Number.isInteger(to);
  if (!countable || (from > to && !down)) {
    if (start === null || end === null) return undefined;
    const sides = `${KIND_NAMES[kindOf(start)]} to ${KIND_NAMES[kindOf(end)]}`;
    run.fail('expression.bad-value', at, `Nothing can be counted from ${sides} here.`);
    return undefined;
  }
  return dates ? datesBetween(from, to) : numbersBetween(from, to);
}

function* numbersBetween(from: number, to: number): Iterable<number> {
  const step = from <= to ? 1 : -1;
  for (let number = from; number !== to; number += step) yield number;
  yield to;
}

function* datesBetween(from: number, to: number): Iterable<Value> {
  for (const days of numbersBetween(from, to)) yield CalendarDate.ofDays(days) ?? null;
}
