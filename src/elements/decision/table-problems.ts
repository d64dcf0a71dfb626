import type { ModelContext, SettingsProblem } from '#contract/element-type.ts';
import { checkExpression, parseExpression } from '#expressions/expression.ts';
import type { Scope } from '#expressions/value-type.ts';
import { OTHERWISE } from './otherwise.ts';
import { problemsOfCoverage } from './row-coverage.ts';
import type { TableLogic } from './settings.ts';
import { nameOfColumn, readRows } from './table-conditions.ts';

/** What is wrong with a table beyond its single expressions. */
export function problemsOfTable(table: TableLogic, { scope }: ModelContext): readonly SettingsProblem[] {
  return [
    ...emptyTable(table),
    ...unreadableCells(table),
    ...unusedExits(table),
    ...outputProblems(table, scope),
    ...problemsOfCoverage(table, scope),
  ];
}

function emptyTable({ rules }: TableLogic): readonly SettingsProblem[] {
  if (rules.length > 0) return [];
  const message = 'The table has no rows, so it always goes on by otherwise; add a row';
  return [{ code: 'decision.no-rules', severity: 'warning', path: 'logic.rules', message }];
}

/** Cells that make a readable condition only by breaking out of it; all others the check of expressions finds. */
function unreadableCells(table: TableLogic): readonly SettingsProblem[] {
  return readRows(table).flatMap(({ number, tests }) =>
    tests.flatMap(({ column, fault, condition }): SettingsProblem[] => {
      if (!fault || !parseExpression(condition).ok) return [];
      const path = `logic.rules.${number - 1}.when.${column.id}`;
      const message = `“Row ${number}, ${nameOfColumn(table, column)}”: ${fault.message}`;
      return [{ code: 'decision.no-tests', severity: 'error', path, message }];
    }),
  );
}

function unusedExits({ exits, rules }: TableLogic): readonly SettingsProblem[] {
  if (rules.length === 0) return [];
  return exits.flatMap(({ id, label }, index): SettingsProblem[] => {
    if (rules.some(({ exit }) => exit === id)) return [];
    const message = `No row leads to “${label || id}”; lead one there, or remove the way out`;
    return [{ code: 'decision.unused-exit', severity: 'warning', path: `logic.exits.${index}`, message }];
  });
}

function outputProblems(table: TableLogic, scope: Scope): readonly SettingsProblem[] {
  return table.outputs.flatMap(({ id, variable, otherwise = '' }, index): SettingsProblem[] => {
    const path = `logic.outputs.${index}`;
    const repeated = table.outputs.findIndex((output) => output.variable === variable);
    if (repeated < index) {
      const message = `“${variable}” is set by two columns; remove one`;
      return [{ code: 'decision.same-variable-twice', severity: 'error', path: `${path}.variable`, message }];
    }
    const type = Object.hasOwn(scope, variable) ? scope[variable] : undefined;
    if (!type) {
      const message = `There is no variable “${variable}”; make it on the Variables panel`;
      return [{ code: 'decision.unknown-variable', severity: 'error', path: `${path}.variable`, message }];
    }
    const cells = [
      ...table.rules.map(({ set }, row) => ({
        at: `logic.rules.${row}.set.${id}`,
        place: `Row ${row + 1}`,
        source: set?.[id] ?? '',
      })),
      { at: `${path}.otherwise`, place: OTHERWISE.label, source: otherwise },
    ];
    return cells.flatMap(({ at, place, source }): SettingsProblem[] => {
      const parsed = source.trim() === '' ? undefined : parseExpression(source);
      if (!parsed?.ok || checkExpression(parsed.value, scope).problems.length > 0) return [];
      const [wrong] = checkExpression(parsed.value, scope, type).problems;
      const message = `“${place}, ${variable}”: ${wrong?.message}`;
      return wrong ? [{ code: 'decision.wrong-type', severity: 'error', path: at, message }] : [];
    });
  });
}
