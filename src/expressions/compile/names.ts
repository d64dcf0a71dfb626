import type { Json } from '#prelude/json.ts';
import { functionNamed } from '../functions/table.ts';
import { isSimpleName, normalName } from '../syntax/names.ts';
import type { InputNode, NameNode } from '../syntax/node.ts';
import type { Scope } from '../value-type.ts';
import { jsonReader } from '../values/json-in.ts';
import type { Meter } from '../values/meter.ts';
import { type Context, isContext, type Value } from '../values/value.ts';
import { builtInValue } from './calls.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate, Run } from './run.ts';

/** A name: bound inside the expression, an entry of a filter's item, a variable, or a built-in function, in this order. */
export function compileName(node: NameNode, compiler: Compiler, perhapsField = false): Evaluate {
  const name = normalName(node.name);
  const { bindings } = compiler;
  for (let i = bindings.length - 1; i >= 0; i--) {
    const binding = bindings[i];
    if (!binding) continue;
    if (binding.kind === 'bound' && binding.name === name) {
      const { slot } = binding;
      return (run) => run.slots[slot] ?? null;
    }
    if (binding.kind === 'item') {
      const { slot } = binding;
      const otherwise: Evaluate =
        name === 'item' ? (run) => run.slots[slot] ?? null : compileName(node, compiler.outside(i), true);
      return itemEntry(slot, name, otherwise);
    }
  }
  return compileVariable(node, name, compiler, perhapsField);
}

/** `?`, which only a unary test binds. */
export function compileInput(node: InputNode, compiler: Compiler): Evaluate {
  const binding = compiler.bindings.findLast((each) => each.kind === 'bound' && each.name === '?');
  if (binding) return (run) => run.slots[binding.slot] ?? null;
  return (run) => run.fail('expression.unknown-variable', node, '“?” has no value here.');
}

function itemEntry(slot: number, name: string, otherwise: Evaluate): Evaluate {
  return (run) => {
    const item = run.slots[slot] ?? null;
    const key = isContext(item) ? keyOf(item, name, run) : undefined;
    return isContext(item) && key !== undefined ? (item[key] ?? null) : otherwise(run);
  };
}

/** The key under which the context has an entry of the name, if it has one. */
export function keyOf(context: Context, name: string, meter: Meter): string | undefined {
  if (Object.hasOwn(context, name)) return name;
  if (isSimpleName(name)) return undefined;
  const keys = Object.keys(context);
  meter.spend(2 * keys.length);
  return keys.find((key) => normalName(key) === name);
}

function compileVariable(node: NameNode, name: string, compiler: Compiler, perhapsField: boolean): Evaluate {
  const key = scopeKey(compiler.scope, name);
  // In a filter a name that nobody declared is most likely a field of the items.
  if (key !== undefined || !(perhapsField || functionNamed(name))) compiler.reads.add(key ?? node.name);
  if (key === undefined) return undeclared(node, name);
  const type = compiler.scope[key];
  const read = type && jsonReader(type);
  if (!read) {
    return (run) => run.values.get(key) ?? null;
  }
  const slot = compiler.slotOf(key);
  return (run) => {
    const kept = run.slots[slot];
    if (kept !== undefined) return kept;
    const json = run.values.get(key) ?? null;
    let value: Value = null;
    if (json !== null) {
      const found = read(json, run);
      value = found ?? run.fail('expression.bad-value', node, `The value of “${node.name}” is not of its type.`);
    }
    run.slots[slot] = value;
    return value;
  };
}

/** A name that nobody declared may still have a value, or be that of a function. */
function undeclared(node: NameNode, name: string): Evaluate {
  const known = functionNamed(name);
  return (run) => {
    const value = run.values.get(name);
    const found = value === undefined ? valueByWords(name, run) : value;
    if (found !== undefined) return found;
    if (known) return builtInValue(known, run);
    return run.fail('expression.unknown-variable', node, `There is no value called “${node.name}”.`);
  };
}

/** The value of a name of several words, which may be spaced otherwise where it is given. */
function valueByWords(name: string, run: Run): Json | undefined {
  if (isSimpleName(name)) return undefined;
  const names = run.values.names();
  run.spend(2 * names.length);
  const found = names.find((each) => normalName(each) === name);
  return found === undefined ? undefined : run.values.get(found);
}

function scopeKey(scope: Scope, name: string): string | undefined {
  if (Object.hasOwn(scope, name)) return name;
  if (isSimpleName(name)) return undefined;
  return Object.keys(scope).find((key) => normalName(key) === name);
}
