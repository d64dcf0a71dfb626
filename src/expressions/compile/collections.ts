import { nodeCount } from '../syntax/child-nodes.ts';
import { normalName } from '../syntax/names.ts';
import type { ContextNode, FilterNode, ListNode, PathNode } from '../syntax/node.ts';
import { propertyOf } from '../values/properties.ts';
import {
  type Context,
  isContext,
  isList,
  isSpecial,
  KIND_NAMES,
  kindOf,
  type List,
  type Value,
} from '../values/value.ts';
import { startOfSentence } from '../words.ts';
import type { Binding, Compiler } from './compiler.ts';
import { keyOf } from './names.ts';
import type { Evaluate, Run } from './run.ts';

export function compileList(node: ListNode, compiler: Compiler): Evaluate {
  const items = node.items.map((item) => compiler.compile(item));
  return (run) => {
    run.spendList(items.length);
    return items.map((item) => item(run));
  };
}

/** Entries may use the ones before them. */
export function compileContext(node: ContextNode, compiler: Compiler): Evaluate {
  const bindings: Binding[] = [];
  const entries: { key: string; slot: number; value: Evaluate }[] = [];
  const keys = new Set<string>();
  for (const { key, value, from, to } of node.entries) {
    if (keys.has(key) || key === '__proto__') {
      return (run) => run.fail('expression.bad-value', { from, to }, `“${key}” cannot be an entry here.`);
    }
    keys.add(key);
    const slot = compiler.newSlot();
    entries.push({ key, slot, value: compiler.within(bindings).compile(value) });
    bindings.push({ kind: 'bound', name: normalName(key), slot });
  }
  return (run) => {
    run.spend(1 + entries.length);
    const context: { [key: string]: Value } = {};
    for (const { key, slot, value } of entries) {
      const result = value(run);
      run.slots[slot] = result;
      context[key] = result;
    }
    return context;
  };
}

export function compilePath(node: PathNode, compiler: Compiler): Evaluate {
  const of = compiler.compile(node.of);
  const name = normalName(node.field.name);
  const read = (value: Value, run: Run): Value => {
    if (isContext(value)) {
      const key = keyOf(value, name, run);
      if (key !== undefined) return value[key] ?? null;
      return run.fail('expression.unknown-field', node.field, `There is no “${node.field.name}” in this record.`);
    }
    if (isList(value)) {
      run.spendList(value.length);
      return value.map((item) => (isContext(item) ? entry(item, run) : run.deeper(() => read(item, run))));
    }
    if (value === null) return null;
    const property = isSpecial(value) ? propertyOf(value, name, run) : undefined;
    if (property !== undefined) return property;
    const kind = KIND_NAMES[kindOf(value)];
    return run.fail('expression.unknown-field', node.field, `${startOfSentence(kind)} has no “${node.field.name}”.`);
  };
  const entry = (context: Context, run: Run): Value => {
    const key = keyOf(context, name, run);
    return key === undefined ? null : (context[key] ?? null);
  };
  return (run) => read(of(run), run);
}

/** Cost units of asking one item, beside the steps of the question. */
const FILTER_COST = 3;

/** `list[2]` is an item by its place, `list[condition]` the items that fulfil the condition; anything else is a list of one. */
export function compileFilter(node: FilterNode, compiler: Compiler): Evaluate {
  const of = compiler.compile(node.of);
  const slot = compiler.newSlot();
  const { predicate } = node;
  if (predicate.kind === 'number') return (run) => itemAt(listOf(of(run)), predicate.value);
  const cost = nodeCount(predicate);
  const evaluate = compiler.within([{ kind: 'item', slot }]).compile(predicate);
  return (run) => {
    const list = listOf(of(run));
    const found: Value[] = [];
    run.spend(1);
    if (list.length === 0) return found;
    for (const item of list) {
      run.spend(FILTER_COST + cost);
      run.slots[slot] = item;
      const holds = evaluate(run);
      if (typeof holds === 'number') return itemAt(list, holds);
      if (holds === true) found.push(item);
    }
    return found;
  };
}

function listOf(value: Value): List {
  if (value === null) return [];
  return isList(value) ? value : [value];
}

/** Places count from 1, negative ones from the end. */
function itemAt(list: List, place: number): Value {
  return (place > 0 ? list[place - 1] : list[list.length + place]) ?? null;
}
