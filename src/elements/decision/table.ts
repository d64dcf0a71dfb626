import type { Assignment, EnterOutcome, RunContext } from '#contract/element-type.ts';
import type { JsonObject } from '#prelude/json.ts';
import { rowTaken } from './hit-policy.ts';
import { OTHERWISE } from './otherwise.ts';
import type { TableLogic } from './settings.ts';
import { nameOfColumn, type ReadRow, readRows, type TableValue } from './table-conditions.ts';
import { type Fail, failOf } from './unreadable.ts';

/** The row that the hit policy takes leads on and sets its variables; where none matches, *otherwise* does. */
export function decideByTable(table: TableLogic, context: RunContext): EnterOutcome {
  const matching: ReadRow[] = [];
  for (const row of readRows(table)) {
    const holds = matches(table, row, context);
    if (typeof holds === 'object') return holds;
    if (holds) matching.push(row);
    if (holds && table.hitPolicy === 'first') break;
  }
  const taken = rowTaken(table, matching, context);
  if (taken && 'do' in taken) return taken;
  const by = taken?.row.id ?? OTHERWISE.name;
  const read = readsOf(table, taken, context);
  const sets = assignments(by, taken?.values ?? valuesOtherwise(table), context);
  if ('do' in sets) return sets;
  const why = taken ? { by, expression: taken.condition, read } : { by, read };
  return { do: 'leave', exit: taken?.row.exit ?? OTHERWISE.name, why, ...(sets.length > 0 ? { sets } : {}) };
}

/** Whether every cell of the row holds; a cell that nobody can read stops the run. */
function matches(table: TableLogic, { number, tests }: ReadRow, context: RunContext): boolean | Fail {
  let holds = true;
  for (const { column, condition, fault } of tests) {
    const evaluation = fault ? { value: null, error: fault } : context.evaluate(condition);
    const fail = failOf(`Row ${number}, column “${nameOfColumn(table, column)}”,`, evaluation.error);
    if (fail) return fail;
    holds &&= evaluation.value === true;
  }
  return holds;
}

/** What the columns looked at, and what the cells of the row taken did. */
function readsOf({ inputs }: TableLogic, taken: ReadRow | undefined, context: RunContext): JsonObject {
  const sources = [
    ...inputs.map(({ expression }) => expression),
    ...(taken?.tests ?? []).map((test) => test.condition),
  ];
  return Object.assign({}, ...sources.map((source) => context.readsOf(source)));
}

function valuesOtherwise({ outputs }: TableLogic): readonly TableValue[] {
  return outputs.flatMap((column) => {
    const expression = column.otherwise ?? '';
    return expression.trim() === '' ? [] : [{ column, expression }];
  });
}

/** All cells read the values as they stood on arrival. A cell that gives null unsets its variable. */
function assignments(by: string, values: readonly TableValue[], context: RunContext): readonly Assignment[] | Fail {
  const sets: Assignment[] = [];
  for (const { column, expression } of values) {
    const { value, error } = context.evaluate(expression);
    const key = column.variable;
    if (error) return { do: 'fail', code: error.code, message: `“${key}” cannot be set: ${error.message}` };
    const cause = { by, expression, read: context.readsOf(expression) };
    sets.push(value === null ? { key, cause } : { key, value, cause });
  }
  return sets;
}
