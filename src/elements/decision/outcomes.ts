import type { RuleOutcome } from '#contract/element-type.ts';
import { OTHERWISE } from './otherwise.ts';
import { nameOfRule } from './rules.ts';
import type { DecisionSettings, TableRow } from './settings.ts';

/** Every rule or row, and that none of them is true. Of a table several rows may lead out by one way. */
export function outcomesOf(logic: DecisionSettings['logic']): readonly RuleOutcome[] {
  const own =
    logic.form === 'rules'
      ? logic.rules.map((rule, index) => ({ id: rule.id, label: nameOfRule(rule, index) }))
      : logic.rules.map((row, index) => ({ id: row.id, label: nameOfRow(row, index) }));
  return [...own, { id: OTHERWISE.name, label: OTHERWISE.label }];
}

function nameOfRow({ note }: TableRow, index: number): string {
  return note ? `Row ${index + 1} (${note})` : `Row ${index + 1}`;
}
