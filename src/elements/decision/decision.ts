import { type ElementType, type Exit, elementType } from '#contract/element-type.ts';
import { migrations } from './migrations.ts';
import { OTHERWISE } from './otherwise.ts';
import { outcomesOf } from './outcomes.ts';
import { decideByRules, placesOfRules, problemsOfRules } from './rules.ts';
import { type DecisionSettings, settings } from './settings.ts';
import { summaryOfRules, summaryOfTable } from './summary.ts';
import { decideByTable } from './table.ts';
import { placesOfTable } from './table-places.ts';
import { problemsOfTable } from './table-problems.ts';

export const decision: ElementType = elementType<DecisionSettings>({
  type: 'decision',
  version: 2,
  migrations,
  title: 'Decision',
  description: 'Goes on by the first rule that is true, or by a table of rules, else by otherwise. Nobody sees it.',
  icon: 'split',
  group: 'logic',
  letter: 'd',
  settings,
  defaults: () => ({ logic: { form: 'rules', rules: [{ id: 'rule_1', label: 'Rule 1', when: '' }] } }),
  exits: ({ logic }) => [...(logic.form === 'rules' ? logic.rules : logic.exits).map(exitOf), OTHERWISE],
  rules: ({ logic }) => outcomesOf(logic),
  summary: ({ logic }) => (logic.form === 'rules' ? summaryOfRules(logic.rules) : summaryOfTable(logic)),
  texts: () => [],
  expressions: ({ logic }) => (logic.form === 'rules' ? placesOfRules(logic) : placesOfTable(logic)),
  makes: () => [],
  writes: ({ logic }) => (logic.form === 'rules' ? [] : logic.outputs.map(({ variable }) => variable)),
  problems: ({ logic }, context) => (logic.form === 'rules' ? problemsOfRules(logic) : problemsOfTable(logic, context)),
  domain: () => ({ samples: [] }),
  enter: ({ logic }, context) =>
    logic.form === 'rules' ? decideByRules(logic, context) : decideByTable(logic, context),
});

function exitOf({ id, label }: { readonly id: string; readonly label: string }): Exit {
  return { name: id, label, connectors: 'one', unconnected: 'problem' };
}
