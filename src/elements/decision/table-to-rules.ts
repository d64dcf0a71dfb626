import { parseExpression } from '#expressions/expression.ts';
import { feelToRows } from '#expressions/rows/feel-to-rows.ts';
import { rowsToFeel } from '#expressions/rows/rows-to-feel.ts';
import type { Scope } from '#expressions/value-type.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { OTHERWISE } from './otherwise.ts';
import type { Rule, RulesLogic, TableLogic } from './settings.ts';
import { nameOfColumn, type ReadRow, readRows } from './table-conditions.ts';

export interface RulesOfTable {
  readonly logic: RulesLogic;
  /** What the table did that rules do not, in a sentence. */
  readonly loses?: string;
}

/** The rules that decide as the table does, or why there are none. A way out keeps its id, so that connectors stay. */
export function tableToRules(table: TableLogic, scope: Scope): Result<RulesOfTable, string> {
  const rows = readRows(table);
  const refused = setsVariables(table) ?? unreadableCell(table, rows);
  if (refused !== undefined) return fail(refused);
  const order = exitsInOrder(table, rows);
  if (!order.ok) return order;
  const rules: Rule[] = [];
  for (const exit of order.value) {
    const label = table.exits.find(({ id }) => id === exit)?.label ?? '';
    const conditions = rows.filter(({ row }) => row.exit === exit).map(({ condition }) => condition);
    const when = tidied(
      conditions.length === 1 ? conditions[0] : conditions.map((each) => `(${each})`).join(' or '),
      scope,
    );
    if (when.length > LIMITS.expressionLength) return fail(`The rows that lead to “${label}” make too long a rule`);
    rules.push({ id: exit, label, when });
  }
  const loses = lossOf(table);
  return ok({ logic: { form: 'rules', rules }, ...(loses === undefined ? {} : { loses }) });
}

function setsVariables({ outputs, rules }: TableLogic): string | undefined {
  const sets = outputs.some(({ id, otherwise }) => otherwise || rules.some(({ set }) => set?.[id]));
  return sets ? 'The table sets variables, which rules do not' : undefined;
}

function unreadableCell(table: TableLogic, rows: readonly ReadRow[]): string | undefined {
  for (const { number, tests } of rows) {
    const wrong = tests.find(({ fault }) => fault);
    if (wrong) return `Row ${number}, column “${nameOfColumn(table, wrong.column)}”, cannot be read`;
  }
  return undefined;
}

/** In which order the ways out have to be asked for; rows that lead to otherwise must be the last resort anyway. */
function exitsInOrder({ hitPolicy, exits }: TableLogic, rows: readonly ReadRow[]): Result<readonly string[], string> {
  const all = exits.map(({ id }) => id);
  if (hitPolicy !== 'first') return ok(all);
  const order: string[] = [];
  for (const { row, number } of rows) {
    if (order.at(-1) === row.exit) continue;
    if (order.includes(row.exit) || order.includes(OTHERWISE.name)) {
      return fail(`Row ${number} comes after rows that lead elsewhere, and rules are asked way out by way out`);
    }
    order.push(row.exit);
  }
  const used = order.filter((exit) => exit !== OTHERWISE.name);
  return ok([...used, ...all.filter((exit) => !used.includes(exit))]);
}

/** As rows would write it, where rows can tell it; a way out that no row leads to is never taken. */
function tidied(condition: string | undefined, scope: Scope): string {
  if (!condition) return 'false';
  const parsed = parseExpression(condition);
  const rows = parsed.ok ? feelToRows(parsed.value, scope) : undefined;
  return rows ? rowsToFeel(rows, scope) : condition;
}

function lossOf({ hitPolicy, rules }: TableLogic): string | undefined {
  const stops = hitPolicy === 'unique' || hitPolicy === 'any';
  const losses = [
    ...(stops ? ['Rules do not stop where several match: the first is taken'] : []),
    ...(rules.some(({ note }) => note) ? ['The notes of the rows are gone'] : []),
  ];
  return losses.length > 0 ? `${losses.join('. ')}.` : undefined;
}
