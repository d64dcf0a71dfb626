import { parseExpression } from '#expressions/expression.ts';
import { feelToRows } from '#expressions/rows/feel-to-rows.ts';
import { isRowGroup, type Row, type RowGroup } from '#expressions/rows/row.ts';
import { rowsToTests } from '#expressions/unary-tests/rows-to-tests.ts';
import type { Scope } from '#expressions/value-type.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { freeId } from './free-id.ts';
import { nameOfRule } from './rules.ts';
import type { RulesLogic, TableInput, TableLogic, TableRow } from './settings.ts';

/**
 * The table that decides as the rules do, or why there is none. Each rule becomes a row, or several where it holds in
 * several ways; what rows cannot tell becomes a column of its own that must be true.
 *
 * @param labelOf what people call a variable
 */
export function rulesToTable(
  { rules }: RulesLogic,
  scope: Scope,
  labelOf: (variable: string) => string,
): Result<TableLogic, string> {
  const table = new TableUnderWay(scope, labelOf);
  for (const [index, rule] of rules.entries()) {
    const parsed = parseExpression(rule.when);
    if (!parsed.ok) return fail(`“${nameOfRule(rule, index)}” cannot be read: ${parsed.error.message}`);
    const tree = feelToRows(parsed.value, scope);
    const ways = tree ? waysOf(tree) : [[]];
    if (!ways) return fail(`“${nameOfRule(rule, index)}” holds in more than ${MOST_WAYS} ways`);
    for (const way of ways) table.addRow(rule.id, way, tree ? undefined : rule.when);
  }
  const { inputs, rows } = table;
  if (inputs.length > LIMITS.decisionColumns) {
    return fail(`The rules ask for ${inputs.length} things, and a table has ${LIMITS.decisionColumns} columns at most`);
  }
  if (rows.length > LIMITS.decisionRules) {
    return fail(`The rules make ${rows.length} rows, and a table has ${LIMITS.decisionRules} at most`);
  }
  const exits = rules.map(({ id, label }) => ({ id, label }));
  return ok({ form: 'table', hitPolicy: 'first', inputs, outputs: [], exits, rules: rows });
}

const MOST_WAYS = 64;

/** Conditions that hold together, each of one variable. */
type Way = readonly RowGroup[];

/** The ways in which a tree of rows can hold; undefined for too many. */
function waysOf(node: Row | RowGroup): readonly Way[] | undefined {
  if (variablesOf(node).size === 1) return [[isRowGroup(node) ? node : { match: 'all', rows: [node] }]];
  if (!isRowGroup(node)) return undefined;
  let ways: readonly Way[] = node.match === 'all' ? [[]] : [];
  for (const row of node.rows) {
    const inner = waysOf(row);
    if (!inner) return undefined;
    ways = node.match === 'all' ? ways.flatMap((way) => inner.map((more) => [...way, ...more])) : [...ways, ...inner];
    if (ways.length > MOST_WAYS) return undefined;
  }
  return ways;
}

function variablesOf(node: Row | RowGroup): ReadonlySet<string> {
  return new Set(isRowGroup(node) ? node.rows.flatMap((row) => [...variablesOf(row)]) : [node.variable]);
}

class TableUnderWay {
  readonly inputs: TableInput[] = [];
  readonly rows: TableRow[] = [];
  readonly scope: Scope;
  readonly labelOf: (variable: string) => string;

  constructor(scope: Scope, labelOf: (variable: string) => string) {
    this.scope = scope;
    this.labelOf = labelOf;
  }

  addRow(exit: string, way: Way, text: string | undefined): void {
    const byVariable = new Map<string, RowGroup[]>();
    for (const group of way) {
      const [variable = ''] = variablesOf(group);
      byVariable.set(variable, [...(byVariable.get(variable) ?? []), group]);
    }
    const when: { [column: string]: string } = {};
    for (const [variable, groups] of byVariable) {
      when[this.columnOf(variable, this.labelOf(variable))] = rowsToTests(together(groups), this.scope);
    }
    if (text !== undefined) when[this.columnOf(text, '')] = 'true';
    const id = freeId(exit, new Set(this.rows.map((row) => row.id)), 'row');
    this.rows.push({ id, when, exit });
  }

  private columnOf(expression: string, label: string): string {
    const known = this.inputs.find((input) => input.expression === expression);
    if (known) return known.id;
    const id = freeId(expression, new Set(this.inputs.map((input) => input.id)), 'column');
    this.inputs.push({ id, label, expression });
    return id;
  }
}

/** Several conditions of one variable as one. */
function together(groups: readonly RowGroup[]): RowGroup {
  const [only, more] = groups;
  if (only && !more) return only;
  const isAll = ({ match, rows }: RowGroup) => match === 'all' || rows.length === 1;
  return { match: 'all', rows: groups.flatMap((group) => (isAll(group) ? group.rows : [group])) };
}
