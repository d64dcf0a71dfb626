import { describeExpression } from '#expressions/describe.ts';
import { parseExpression } from '#expressions/expression.ts';
import type { HitPolicy, Rule, TableLogic } from './settings.ts';
import { nameOfColumn } from './table-conditions.ts';

/** More rules than that say nothing on a card. */
const MOST_RULES = 4;

/** The first conditions in words; the ways out they lead to stand on the card by themselves. */
export function summaryOfRules(rules: readonly Rule[]): string {
  const words = rules.slice(0, MOST_RULES).map(({ label, when }) => conditionInWords(when) || label);
  return `${words.join(' · ')}${rules.length > MOST_RULES ? ' · …' : ''}`;
}

function conditionInWords(when: string): string {
  if (when.trim() === '') return '';
  const parsed = parseExpression(when);
  return parsed.ok ? describeExpression(parsed.value) : when;
}

const POLICY_IN_WORDS: { readonly [policy in HitPolicy]: string } = {
  unique: 'one of',
  first: 'the first of',
  any: 'any of',
  priority: 'the most important of',
};

/** `By Age and Member: the first of 4 rows`. */
export function summaryOfTable(table: TableLogic): string {
  const { inputs, rules, hitPolicy } = table;
  const columns = inputs.map((column) => nameOfColumn(table, column));
  const by = columns.length > 1 ? `${columns.slice(0, -1).join(', ')} and ${columns.at(-1)}` : columns.join('');
  const rows = rules.length === 1 ? '1 row' : `${POLICY_IN_WORDS[hitPolicy]} ${rules.length} rows`;
  return by === '' ? rows : `By ${by}: ${rows}`;
}
