import { isJsonObject, type Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { literalOfText } from '../syntax/literals.ts';
import type { Node } from '../syntax/node.ts';
import type { ValueType } from '../value-type.ts';
import { jsonReader } from '../values/json-in.ts';
import { Meter } from '../values/meter.ts';
import { numberText } from '../values/numbers.ts';

/** A value of a type as FEEL text; null for what is no value of the type. */
export function literalOf(value: Json, type: ValueType): string {
  switch (typeof value) {
    case 'string':
      return isWrittenAsTime(type) ? `@${literalOfText(value)}` : literalOfText(value);
    case 'number':
      return numberText(value);
    case 'boolean':
      return String(value);
    default:
      return isJsonObject(value) && typeof value.amount === 'string' && typeof value.currency === 'string'
        ? `money(${literalOfText(value.amount)}, ${literalOfText(value.currency)})`
        : 'null';
  }
}

function isWrittenAsTime({ kind }: ValueType): boolean {
  return kind === 'date' || kind === 'time' || kind === 'date-time' || kind === 'duration';
}

/** The value that a literal stands for, if it is one of the type. */
export function valueOfLiteral(node: Node, type: ValueType): Json | undefined {
  switch (node.kind) {
    case 'text':
      return type.kind === 'text' || type.kind === 'option' || type.kind === 'any' ? node.value : undefined;
    case 'number':
      return type.kind === 'number' || type.kind === 'money' || type.kind === 'any' ? node.value : undefined;
    case 'boolean':
      return type.kind === 'boolean' || type.kind === 'any' ? node.value : undefined;
    case 'at':
      return isWrittenAsTime(type) && jsonReader(type)?.(node.text, new Meter(LIMITS.expressionBudget)) !== undefined
        ? node.text
        : undefined;
    case 'call':
      return type.kind === 'money' ? moneyOfCall(node) : undefined;
    default:
      return undefined;
  }
}

function moneyOfCall({ callee, args }: Node & { readonly kind: 'call' }): Json | undefined {
  if (callee.kind !== 'name' || callee.name !== 'money' || args.kind !== 'positional') return undefined;
  const [amount, currency, more] = args.values;
  if (amount?.kind !== 'text' || currency?.kind !== 'text' || more) return undefined;
  return { amount: amount.value, currency: currency.value };
}
