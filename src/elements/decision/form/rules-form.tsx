import type { Scope } from '#expressions/value-type.ts';
import type { FormParts } from '#ui/element-form.ts';
import { TextField } from '#ui/text-field.tsx';
import { freeId } from '../free-id.ts';
import { nameOfRule } from '../rules.ts';
import type { Rule, RulesLogic } from '../settings.ts';
import { RuleConditions } from './rule-conditions.tsx';
import type { Subject } from './subjects.ts';

export interface RulesFormProps {
  logic: RulesLogic;
  subjects: readonly Subject[];
  parts: FormParts<Scope>;
  /** The label names the edit in the history. */
  change(logic: RulesLogic, label: string): void;
}

/** Rules in the order in which they are asked, each with its own way out. */
export function RulesForm({ logic, subjects, parts, change }: RulesFormProps) {
  const { rules } = logic;
  const put = (next: readonly Rule[], label: string) => change({ ...logic, rules: [...next] }, label);
  const putRule = (index: number, rule: Rule, label: string) =>
    put(
      rules.map((old, at) => (at === index ? rule : old)),
      `${label} of rule ${index + 1}`,
    );
  return (
    <parts.Rows
      label="Rules"
      count={rules.length}
      nameOf={(index) => (rules[index] ? nameOfRule(rules[index], index) : '')}
      row={(index) => {
        const rule = rules[index];
        if (!rule) return null;
        return (
          <>
            <TextField
              label="Name of the way out"
              value={rule.label}
              maxLength={200}
              onChange={(label) => putRule(index, { ...rule, label }, 'Name')}
            />
            <RuleConditions
              when={rule.when}
              name={`rule ${index + 1}`}
              subjects={subjects}
              parts={parts}
              onChange={(when) => putRule(index, { ...rule, when }, 'Condition')}
            />
          </>
        );
      }}
      add="Add rule"
      onAdd={() => put([...rules, newRule(rules)], 'Rules')}
      onRemove={(index) => put(rules.toSpliced(index, 1), 'Rules')}
      onMove={(index, to) => {
        const moved = rules[index];
        if (moved) put(rules.toSpliced(index, 1).toSpliced(to, 0, moved), 'Order of rules');
      }}
    />
  );
}

function newRule(rules: readonly Rule[]): Rule {
  const id = freeId(`rule_${rules.length + 1}`, new Set(rules.map((rule) => rule.id)), 'rule');
  return { id, label: `Rule ${rules.length + 1}`, when: '' };
}
