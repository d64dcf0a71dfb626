/** One comparison of a rule: `problem = "billing"`. */
export interface Condition {
  readonly variable: string;
  readonly comparator: Comparator;
  /** As it is written in the expression's language: `"billing"`, `18`, `true`. */
  readonly value: string;
}

/** Comparisons of a rule, all or any of which must hold. */
export interface Conditions {
  readonly join: 'and' | 'or';
  readonly rows: readonly Condition[];
}

export const COMPARATORS = ['=', '!=', '<', '<=', '>', '>='] as const;

export type Comparator = (typeof COMPARATORS)[number];

const ROW = /^([a-z][a-z0-9_]*)\s*(=|!=|<=|>=|<|>)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|date\("[^"]*"\))$/;

/** Rows of a rule, where its expression is simple enough to be shown as rows; an empty expression has none. */
export function readConditions(expression: string): Conditions | undefined {
  const text = expression.trim();
  if (text === '') return { join: 'and', rows: [] };
  const { parts, joins } = split(text);
  if (new Set(joins).size > 1) return undefined;
  const rows: Condition[] = [];
  for (const part of parts) {
    const [, variable, comparator, value] = ROW.exec(part.trim()) ?? [];
    const known = COMPARATORS.find((candidate) => candidate === comparator);
    if (variable === undefined || value === undefined || !known) return undefined;
    rows.push({ variable, comparator: known, value });
  }
  return { join: joins[0] ?? 'and', rows };
}

/** The expression that rows stand for. */
export function writeConditions({ join, rows }: Conditions): string {
  return rows.map(({ variable, comparator, value }) => `${variable} ${comparator} ${value}`).join(` ${join} `);
}

/** Parts between `and` and `or` that do not stand in quotes. */
function split(text: string): { parts: readonly string[]; joins: readonly Conditions['join'][] } {
  const parts: string[] = [];
  const joins: Conditions['join'][] = [];
  let from = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|\s(and|or)\s/g)) {
    const word = match[1];
    if (word !== 'and' && word !== 'or') continue;
    parts.push(text.slice(from, match.index));
    joins.push(word);
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return { parts, joins };
}

/** A value as it is written in an expression, by the kind of its variable. */
export function literal(kind: string, typed: string): string {
  const text = typed.trim();
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? text : '0';
  if (kind === 'boolean') return text === 'true' ? 'true' : 'false';
  if (kind === 'date') return `date(${JSON.stringify(text)})`;
  return JSON.stringify(typed);
}

/** What a person sees of a value that is written in an expression. */
export function shownLiteral(value: string): string {
  const quoted = /^(?:date\()?("(?:[^"\\]|\\.)*")\)?$/.exec(value)?.[1];
  if (quoted === undefined) return value;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}
