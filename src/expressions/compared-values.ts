import type { Json } from '#prelude/json.ts';
import { type Expression, freeVariables } from './expression.ts';
import { freeNames } from './free-names.ts';
import { childNodes } from './syntax/child-nodes.ts';
import type { Node } from './syntax/node.ts';

/** Values that are worth trying for a variable, as JSON. */
export type ComparedValues = ReadonlyMap<string, readonly Json[]>;

/**
 * For each variable of an expression the values it is compared with, and those close by: from `amount > 100` follow 99,
 * 100 and 101. Trying them reaches both sides of the comparison without solving it.
 */
export function comparedValues(expression: Expression): ComparedValues {
  const found = new Map<string, Json[]>();
  if (freeVariables(expression).length > 0) look(expression.root, found);
  return found;
}

const COMPARING: ReadonlySet<Node['kind']> = new Set(['compare', 'between', 'in', 'call', 'arithmetic']);

function look(node: Node, found: Map<string, Json[]>): void {
  if (COMPARING.has(node.kind)) {
    const values = literalsIn(node);
    for (const { name } of freeNames(node)) {
      const known = found.get(name) ?? [];
      found.set(name, [...known, ...values.filter((value) => !known.includes(value))]);
    }
  }
  for (const child of childNodes(node)) look(child, found);
}

function literalsIn(node: Node): readonly Json[] {
  switch (node.kind) {
    case 'number':
      return [node.value, node.value - 1, node.value + 1];
    case 'negate':
      return node.of.kind === 'number' ? [-node.of.value, -node.of.value - 1, -node.of.value + 1] : literalsIn(node.of);
    case 'text':
      return [node.value, ...(isDate(node.value) ? daysAround(node.value) : [])];
    case 'at':
      return [node.text, ...(isDate(node.text) ? daysAround(node.text) : [])];
    case 'boolean':
      return [node.value, !node.value];
    default:
      return childNodes(node).flatMap(literalsIn);
  }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** Days that sort before and after: whether they stand in a calendar is for the answer's kind to say. */
function daysAround(day: string): readonly string[] {
  const [year = '2000', month = '01', date = '01'] = day.split('-');
  const two = (n: number) => String(n).padStart(2, '0');
  const before =
    Number(date) > 1 ? `${year}-${month}-${two(Number(date) - 1)}` : `${Number(year) - 1}-${month}-${date}`;
  const after = Number(date) < 28 ? `${year}-${month}-${two(Number(date) + 1)}` : `${Number(year) + 1}-${month}-01`;
  return [before, after];
}
