import { functionNamed } from './functions/table.ts';
import { childNodes } from './syntax/child-nodes.ts';
import { normalName } from './syntax/names.ts';
import type { Iterator, NameNode, Node } from './syntax/node.ts';

/** A name that is used but not bound inside the expression. */
export interface FreeName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** The field of it that is read, `team` in `agent.team`; left out where the whole value is. */
  readonly field?: string;
  /** Stands in a filter, `list[name > 1]`, where it may as well be a field of the list's items: only types can tell. */
  readonly perhapsField: boolean;
}

interface Bound {
  readonly names: ReadonlySet<string>;
  readonly inFilter: boolean;
}

/** The free names of an expression, in the order in which they stand; functions of the language are none. */
export function freeNames(root: Node): readonly FreeName[] {
  const found: FreeName[] = [];
  collect(root, { names: new Set(), inFilter: false }, found);
  return found;
}

function collect(node: Node, bound: Bound, found: FreeName[]): void {
  switch (node.kind) {
    case 'name':
      collectName(node, undefined, bound, found);
      return;
    case 'path':
      if (node.of.kind === 'name') collectName(node.of, node.field.name, bound, found);
      else collect(node.of, bound, found);
      return;
    case 'filter':
      collect(node.of, bound, found);
      collect(node.predicate, { names: new Set([...bound.names, 'item']), inFilter: true }, found);
      return;
    case 'for':
      collect(node.body, binding(collectIterators(node.iterators, bound, found), ['partial']), found);
      return;
    case 'quantified':
      collect(node.condition, collectIterators(node.iterators, bound, found), found);
      return;
    case 'context': {
      let inside = bound;
      for (const { key, value } of node.entries) {
        collect(value, inside, found);
        inside = binding(inside, [key]);
      }
      return;
    }
    case 'function':
      collect(
        node.body,
        binding(
          bound,
          node.parameters.map(({ name }) => name),
        ),
        found,
      );
      return;
    default:
      for (const child of childNodes(node)) collect(child, bound, found);
  }
}

function collectName(node: NameNode, field: string | undefined, bound: Bound, found: FreeName[]): void {
  const name = normalName(node.name);
  if (bound.names.has(name) || functionNamed(name)) return;
  const place = { name: node.name, from: node.from, to: node.to, perhapsField: bound.inFilter };
  found.push(field === undefined ? place : { ...place, field });
}

function collectIterators(iterators: readonly Iterator[], bound: Bound, found: FreeName[]): Bound {
  let inside = bound;
  for (const { name, source, end } of iterators) {
    collect(source, inside, found);
    if (end) collect(end, inside, found);
    inside = binding(inside, [name]);
  }
  return inside;
}

function binding(bound: Bound, names: readonly string[]): Bound {
  return { ...bound, names: new Set([...bound.names, ...names.map(normalName)]) };
}
