import type { FunctionDefinition, FunctionForm } from '../functions/definition.ts';
import { formsForCount, formsForNames } from '../functions/forms.ts';
import { signatures } from '../functions/signature.ts';
import { FUNCTIONS, functionNamed } from '../functions/table.ts';
import { normalName } from '../syntax/names.ts';
import type { CallNode, Node } from '../syntax/node.ts';
import { startOfSentence } from '../words.ts';
import { checkPatterns } from './check-patterns.ts';
import type { Checker } from './checker.ts';
import { nearestName } from './nearest-name.ts';
import { ANY, NULL, type StaticType } from './static-type.ts';
import { eitherOf, fits, typeName } from './type-relations.ts';

interface Argument {
  readonly node: Node;
  readonly type: StaticType;
}

export function checkCall(node: CallNode, checker: Checker): StaticType {
  const { args, callee } = node;
  const values = args.kind === 'named' ? args.values.map(({ value }) => value) : args.values;
  const given: readonly Argument[] = values.map((value) => ({ node: value, type: checker.typeOf(value) }));
  const names = args.kind === 'named' ? args.values.map(({ name }) => normalName(name)) : undefined;
  if (callee.kind === 'name' && !isBound(normalName(callee.name), checker)) {
    const name = normalName(callee.name);
    const definition = functionNamed(name);
    if (definition) return checkBuiltIn(node, definition, given, names, checker);
    if (Object.hasOwn(checker.scope, name))
      return checkValueCall(node, checker.typeOf(callee), given.length, names, checker);
    const near = nearestName(
      callee.name,
      FUNCTIONS.map(({ name }) => name),
    );
    const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
    checker.problem('expression.unknown-function', callee, `There is no function “${callee.name}”.${hint}`);
    return ANY;
  }
  return checkValueCall(node, checker.typeOf(callee), given.length, names, checker);
}

/** Whether a name bound inside the expression hides the built-in function of that name. */
function isBound(name: string, { bindings }: Checker): boolean {
  return bindings.some((binding) => binding.kind === 'bound' && binding.name === name);
}

function checkValueCall(
  node: CallNode,
  type: StaticType,
  count: number,
  names: readonly string[] | undefined,
  checker: Checker,
): StaticType {
  if (type.kind === 'any') return ANY;
  if (type.kind !== 'function') {
    checker.problem('expression.wrong-type', node.callee, `${startOfSentence(typeName(type))} cannot be called.`);
    return ANY;
  }
  const { parameters } = type;
  const known = names ? names.every((name) => parameters.includes(name)) : count === parameters.length;
  if (!known) {
    const wanted = parameters.length === 0 ? 'no arguments' : parameters.join(', ');
    checker.problem('expression.wrong-arguments', node, `The function takes ${wanted}.`);
  }
  return type.result;
}

function checkBuiltIn(
  node: CallNode,
  definition: FunctionDefinition,
  given: readonly Argument[],
  names: readonly string[] | undefined,
  checker: Checker,
): StaticType {
  const forms = names ? formsForNames(definition, names) : formsForCount(definition, given.length);
  if (forms.length === 0) {
    checker.problem('expression.wrong-arguments', node, `Write ${signatures(definition).join(' or ')}.`);
    return ANY;
  }
  const fitting = forms.filter((form) => given.every((arg, i) => fitsParameter(arg.type, form, i, names)));
  const [only] = forms;
  checkPatterns(node, definition.name, checker);
  if (fitting.length > 0 || !only) {
    return eitherOf(fitting.map((form) => resultType(form, given, names)));
  }
  const wrong = given.findIndex((arg, i) => forms.every((form) => !fitsParameter(arg.type, form, i, names)));
  const culprit = given[wrong];
  if (!culprit) {
    const types = given.map(({ type }) => typeName(type)).join(', ');
    checker.problem('expression.wrong-type', node, `“${definition.name}” cannot be used with ${types}.`);
  } else {
    const wanted = [...new Set(forms.map((form) => typeName(parameterOf(form, wrong, names)?.type ?? ANY)))].join(
      ' or ',
    );
    const message = `“${definition.name}” needs ${wanted} here, not ${typeName(culprit.type)}.`;
    checker.problem('expression.wrong-type', culprit.node, message);
  }
  return eitherOf(forms.map((form) => resultType(form, given, names)));
}

function parameterOf(form: FunctionForm, index: number, names: readonly string[] | undefined) {
  if (names) return form.parameters.find(({ name }) => name === names[index]);
  return form.parameters[Math.min(index, form.parameters.length - 1)];
}

/** A single value may stand for a list of one. (A list of one stands for its item too, but to rely on that is a mistake.) */
function fitsParameter(
  type: StaticType,
  form: FunctionForm,
  index: number,
  names: readonly string[] | undefined,
): boolean {
  const parameter = parameterOf(form, index, names);
  if (!parameter) return false;
  const wanted = parameter.type;
  if (fits(type, wanted)) return true;
  if (wanted.kind === 'list') return type.kind !== 'list' && fits(type, wanted.items);
  return wanted.kind === 'function' && type.kind === 'function';
}

function resultType(form: FunctionForm, given: readonly Argument[], names: readonly string[] | undefined): StaticType {
  if (typeof form.result !== 'function') return form.result;
  if (!names) return form.result(given.map(({ type }) => type));
  return form.result(form.parameters.map(({ name }) => given[names.indexOf(name)]?.type ?? NULL));
}
