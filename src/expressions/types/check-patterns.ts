import { parsePattern } from '../patterns/parse-pattern.ts';
import { parseFlags } from '../patterns/pattern.ts';
import type { CallNode, Node } from '../syntax/node.ts';
import type { Checker } from './checker.ts';

/** Built-in functions that take a pattern, with the places of the pattern and of its flags among their arguments. */
const PATTERNS: { readonly [name: string]: { readonly pattern: number; readonly flags: number } } = {
  matches: { pattern: 1, flags: 2 },
  replace: { pattern: 1, flags: 3 },
  split: { pattern: 1, flags: 2 },
};

/** A pattern that stands in the expression as text is read before any value meets it. */
export function checkPatterns({ args }: CallNode, name: string, checker: Checker): void {
  const places = Object.hasOwn(PATTERNS, name) ? PATTERNS[name] : undefined;
  if (!places || args.kind !== 'positional') return;
  const pattern = args.values[places.pattern];
  const flags = parseFlags(textOf(args.values[places.flags]) ?? '');
  const source = textOf(pattern);
  if (!pattern || source === undefined || !flags) return;
  const read = parsePattern(source, flags);
  if (!read.ok)
    checker.problem('expression.bad-pattern', pattern, `The pattern “${source}” cannot be read: ${read.error}`);
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'text' ? node.value : undefined;
}
