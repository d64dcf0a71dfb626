import type { Span } from '../errors.ts';
import { CALL_COST, Call, type FunctionDefinition, type FunctionForm } from '../functions/definition.ts';
import { formsForCount, formsForNames } from '../functions/forms.ts';
import { signatures } from '../functions/signature.ts';
import { functionNamed } from '../functions/table.ts';
import { normalName } from '../syntax/names.ts';
import type { CallNode } from '../syntax/node.ts';
import { FunctionValue, KIND_NAMES, kindOf, type Value } from '../values/value.ts';
import { startOfSentence } from '../words.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate, Run } from './run.ts';

export function compileCall(node: CallNode, compiler: Compiler): Evaluate {
  const definition = builtInCallee(node, compiler);
  return definition ? compileBuiltIn(node, definition, compiler) : compileValueCall(node, compiler);
}

/** The built-in function that is called, unless a name bound inside the expression hides it. A variable hides none: JSON is never a function. */
function builtInCallee(node: CallNode, compiler: Compiler): FunctionDefinition | undefined {
  if (node.callee.kind !== 'name') return undefined;
  const name = normalName(node.callee.name);
  const hidden = compiler.bindings.some((binding) => binding.kind === 'bound' && binding.name === name);
  return hidden ? undefined : functionNamed(name);
}

function compileBuiltIn(node: CallNode, definition: FunctionDefinition, compiler: Compiler): Evaluate {
  const { args } = node;
  const { cost = CALL_COST } = definition;
  if (args.kind === 'named') {
    const names = args.values.map(({ name }) => normalName(name));
    const forms = formsForNames(definition, names);
    if (forms.length === 0) return wrongArguments(node, definition);
    const values = args.values.map(({ value }) => compiler.compile(value));
    // Each form wants the arguments in its own order.
    const orders = forms.map((form) => form.parameters.map(({ name }) => names.indexOf(name)));
    return (run) => {
      run.spend(cost);
      const given = values.map((value) => value(run));
      const call = new Call(run, node);
      return invoke(call, definition, forms, (index) =>
        (orders[index] ?? []).map((at) => (at < 0 ? undefined : given[at])),
      );
    };
  }
  const values = args.values.map((value) => compiler.compile(value));
  const forms = formsForCount(definition, values.length);
  if (forms.length === 0) return wrongArguments(node, definition);
  return (run) => {
    run.spend(cost);
    const given = values.map((value) => value(run));
    return invoke(new Call(run, node), definition, forms, () => given);
  };
}

function wrongArguments(at: Span, definition: FunctionDefinition): Evaluate {
  const message = `Write ${signatures(definition).join(' or ')}.`;
  return (run) => run.fail('expression.wrong-arguments', at, message);
}

/** Cost units of trying one form more. */
const FORM_COST = 4;

/** Calls the first form that takes the arguments. */
function invoke(
  call: Call,
  definition: FunctionDefinition,
  forms: readonly FunctionForm[],
  given: (form: number) => readonly (Value | undefined)[],
): Value {
  for (let index = 0; index < forms.length; index++) {
    if (index > 0) call.run.spend(FORM_COST);
    const form = forms[index];
    const taken = form && take(form, given(index));
    if (taken) return form.call(call, taken);
  }
  const values = given(0);
  if (values.includes(null)) return null;
  return call.fail('expression.wrong-type', () => {
    const kinds = values.map((value) => KIND_NAMES[kindOf(value ?? null)]).join(', ');
    return `“${definition.name}” cannot be used with ${kinds}.`;
  });
}

function take(form: FunctionForm, given: readonly (Value | undefined)[]): readonly unknown[] | undefined {
  const taken: unknown[] = [];
  for (let index = 0; index < form.parameters.length; index++) {
    const parameter = form.parameters[index];
    if (!parameter) break;
    const value = parameter.rest ? given.slice(index).map((item) => item ?? null) : given[index];
    if (value === undefined || (value === null && parameter.nullable)) {
      taken.push(undefined);
      continue;
    }
    const fitting = parameter.take(value);
    if (fitting === undefined) return undefined;
    taken.push(fitting);
  }
  return taken;
}

/** A built-in function handed on as a value, as in `sort(list, f)`. */
export function builtInValue(definition: FunctionDefinition, run: Run): FunctionValue {
  const parameters = definition.forms[0]?.parameters.map(({ name }) => name) ?? [];
  return new FunctionValue(parameters, (args, at) => {
    run.spend(definition.cost ?? CALL_COST);
    const forms = formsForCount(definition, args.length);
    if (forms.length === 0) return wrongArguments(at, definition)(run);
    return invoke(new Call(run, at), definition, forms, () => args);
  });
}

/** Calls a function that is a value: one that the expression defines, or one handed to it. */
function compileValueCall(node: CallNode, compiler: Compiler): Evaluate {
  const callee = compiler.compile(node.callee);
  const { args } = node;
  const names = args.kind === 'named' ? args.values.map(({ name }) => normalName(name)) : undefined;
  const values =
    args.kind === 'named'
      ? args.values.map(({ value }) => compiler.compile(value))
      : args.values.map((value) => compiler.compile(value));
  return (run) => {
    const called = calledFunction(node, callee, run);
    if (!called) return null;
    run.spend(1);
    const given = values.map((value) => value(run));
    const ordered = names ? inOrder(called.parameters, names, given) : given;
    if (!ordered || ordered.length !== called.parameters.length) {
      const wanted = called.parameters.length === 0 ? 'no arguments' : called.parameters.join(', ');
      return run.fail('expression.wrong-arguments', node, `The function takes ${wanted}.`);
    }
    return called.call(ordered, node);
  };
}

function calledFunction(node: CallNode, callee: Evaluate, run: Run): FunctionValue | undefined {
  const before = run.error;
  const called = callee(run);
  if (called instanceof FunctionValue) return called;
  if (node.callee.kind === 'name') {
    run.error = before;
    run.fail('expression.unknown-function', node.callee, `There is no function “${node.callee.name}”.`);
  } else {
    run.fail('expression.wrong-type', node.callee, `${startOfSentence(KIND_NAMES[kindOf(called)])} cannot be called.`);
  }
  return undefined;
}

function inOrder(
  parameters: readonly string[],
  names: readonly string[],
  given: readonly Value[],
): readonly Value[] | undefined {
  if (names.some((name) => !parameters.includes(name))) return undefined;
  return parameters.map((name) => given[names.indexOf(name)] ?? null);
}
