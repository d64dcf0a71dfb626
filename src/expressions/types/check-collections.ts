import { normalName } from '../syntax/names.ts';
import type { ContextNode, FilterNode, ListNode, PathNode } from '../syntax/node.ts';
import type { Checker, TypeBinding } from './checker.ts';
import { nearestName } from './nearest-name.ts';
import { propertiesOf } from './properties-of.ts';
import { ANY, BOOLEAN, listOf, type StaticType } from './static-type.ts';
import { eitherOf, fits, isOpenRecord, typeName } from './type-relations.ts';

export function checkList(node: ListNode, checker: Checker): StaticType {
  return listOf(eitherOf(node.items.map((item) => checker.typeOf(item))));
}

export function checkContext(node: ContextNode, checker: Checker): StaticType {
  const fields: { [name: string]: StaticType } = {};
  const bindings: TypeBinding[] = [];
  for (const { key, value, from, to } of node.entries) {
    if (key === '__proto__' || Object.hasOwn(fields, key)) {
      checker.problem('expression.bad-value', { from, to }, `“${key}” cannot be an entry here.`);
      continue;
    }
    const type = checker.within(bindings).typeOf(value);
    fields[key] = type;
    bindings.push({ kind: 'bound', name: normalName(key), type });
  }
  return { kind: 'record', fields };
}

export function checkPath(node: PathNode, checker: Checker): StaticType {
  const of = checker.typeOf(node.of);
  return checkField(of, node, checker);
}

function checkField(of: StaticType, node: PathNode, checker: Checker): StaticType {
  if (of.kind === 'any' || of.kind === 'null' || isOpenRecord(of)) return ANY;
  if (of.kind === 'list') return listOf(checkField(of.items, node, checker));
  const name = normalName(node.field.name);
  const properties = propertiesOf(of);
  const type = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (type) return type;
  const near = nearestName(name, Object.keys(properties));
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
  checker.problem(
    'expression.unknown-field',
    node.field,
    `There is no “${node.field.name}” in ${typeName(of)}.${hint}`,
  );
  return ANY;
}

export function checkFilter(node: FilterNode, checker: Checker): StaticType {
  const of = checker.typeOf(node.of);
  const items = of.kind === 'list' ? of.items : of;
  const predicate = checker.within([{ kind: 'item', type: items }]).typeOf(node.predicate);
  if (predicate.kind === 'number') return items;
  if (predicate.kind === 'any') return ANY;
  if (!fits(predicate, BOOLEAN)) {
    const found = typeName(predicate);
    checker.problem(
      'expression.wrong-type',
      node.predicate,
      `A filter needs a condition or a place in the list, not ${found}.`,
    );
  }
  return of.kind === 'any' ? listOf(ANY) : listOf(items);
}
