import type { AtNode } from '../syntax/node.ts';
import { parseTemporal } from '../values/parse-temporal.ts';
import type { Evaluate } from './run.ts';

export function compileAt(node: AtNode): Evaluate {
  const value = parseTemporal(node.text);
  if (value !== undefined) return () => value;
  return (run) => run.fail('expression.bad-value', node, `“${node.text}” is no date, time or duration.`);
}
