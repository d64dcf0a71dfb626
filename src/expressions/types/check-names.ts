import { functionNamed } from '../functions/table.ts';
import { normalName } from '../syntax/names.ts';
import type { InputNode, NameNode } from '../syntax/node.ts';
import type { Checker } from './checker.ts';
import { nearestName } from './nearest-name.ts';
import { ANY, type StaticType } from './static-type.ts';
import { fieldOf, isOpenRecord } from './type-relations.ts';

/** Looks a name up where the evaluation does: bound names and fields of filtered items from the inside out, variables, functions. */
export function checkName(node: NameNode, checker: Checker): StaticType {
  const name = normalName(node.name);
  let perhapsField = false;
  for (const binding of checker.bindings.toReversed()) {
    if (binding.kind === 'bound') {
      if (binding.name === name) return binding.type;
      continue;
    }
    const field = fieldOf(binding.type, name);
    if (field) return field;
    if (name === 'item') return binding.type;
    perhapsField ||= binding.type.kind === 'any' || isOpenRecord(binding.type);
  }
  const type = typeInScope(checker, name);
  if (type) return type;
  const known = functionNamed(name);
  if (known) {
    const [first] = known.forms;
    const result = first && typeof first.result !== 'function' ? first.result : ANY;
    return { kind: 'function', parameters: first?.parameters.map((each) => each.name) ?? [], result };
  }
  if (!perhapsField) {
    const near = nearestName(name, namesInReach(checker));
    const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
    checker.problem('expression.unknown-variable', node, `There is no value called “${node.name}”.${hint}`);
  }
  return ANY;
}

function typeInScope({ scope }: Checker, name: string): StaticType | undefined {
  if (Object.hasOwn(scope, name)) return scope[name];
  const key = Object.keys(scope).find((each) => normalName(each) === name);
  return key === undefined ? undefined : scope[key];
}

function namesInReach({ scope, bindings }: Checker): readonly string[] {
  const bound = bindings.flatMap((binding) => {
    if (binding.kind === 'bound') return [binding.name];
    return binding.type.kind === 'record' ? Object.keys(binding.type.fields) : [];
  });
  return [...bound, ...Object.keys(scope)];
}

export function checkInput(node: InputNode, checker: Checker): StaticType {
  const binding = checker.bindings.findLast((each) => each.kind === 'bound' && each.name === '?');
  if (binding) return binding.type;
  checker.problem('expression.unknown-variable', node, '“?” has no value here.');
  return ANY;
}
