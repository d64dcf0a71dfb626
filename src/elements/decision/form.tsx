import type { JsonObject } from '#prelude/json.ts';
import { Button } from '#ui/button.tsx';
import type { ElementForm, ElementFormProps, FormParts, FormVariable } from '#ui/element-form.ts';
import { NumberField } from '#ui/number-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import {
  COMPARATORS,
  type Comparator,
  type Condition,
  type Conditions,
  literal,
  readConditions,
  shownLiteral,
  writeConditions,
} from './conditions.ts';
import type { DecisionSettings } from './decision.ts';

/** Rules in their order: each as rows of comparisons, with the expression they stand for beside it. */
export const decisionForm: ElementForm = { type: 'decision', tab: 'General', instead: ['rules'], Form: RulesForm };

type Rule = DecisionSettings['rules'][number];

function RulesForm({ settings, change, parts }: ElementFormProps) {
  const rules = settings.rules as unknown as readonly Rule[];
  const put = (next: readonly Rule[], label: string) => change(['rules'], next as unknown as JsonObject[], label);
  const putRule = (index: number, rule: Rule) =>
    put(
      rules.map((old, at) => (at === index ? rule : old)),
      'Rule',
    );
  return (
    <parts.Rows
      label="Rules"
      count={rules.length}
      nameOf={(index) => rules[index]?.label || `Rule ${index + 1}`}
      row={(index) => {
        const rule = rules[index];
        return rule ? (
          <RuleFields rule={rule} number={index + 1} parts={parts} onChange={(next) => putRule(index, next)} />
        ) : null;
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
  let n = rules.length + 1;
  while (rules.some(({ id }) => id === `rule_${n}`)) n++;
  return { id: `rule_${n}`, label: `Rule ${n}`, when: '' };
}

interface RuleFieldsProps {
  rule: Rule;
  number: number;
  parts: FormParts;
  onChange(rule: Rule): void;
}

function RuleFields({ rule, number, parts, onChange }: RuleFieldsProps) {
  const conditions = readConditions(rule.when);
  const write = (next: Conditions) => onChange({ ...rule, when: writeConditions(next) });
  return (
    <>
      <TextField
        label="Name of the way out"
        value={rule.label}
        maxLength={200}
        onChange={(label) => onChange({ ...rule, label })}
      />
      {conditions && parts.variables.length > 0 ? (
        <ConditionRows conditions={conditions} variables={parts.variables} number={number} onChange={write} />
      ) : null}
      <parts.Expression
        label="When"
        value={rule.when}
        expects="boolean"
        onChange={(when) => onChange({ ...rule, when })}
      />
    </>
  );
}

interface ConditionRowsProps {
  conditions: Conditions;
  variables: readonly FormVariable[];
  number: number;
  onChange(conditions: Conditions): void;
}

const JOINS = [
  { id: 'and', label: 'All of these hold' },
  { id: 'or', label: 'Any of these holds' },
] as const;

function ConditionRows({ conditions, variables, number, onChange }: ConditionRowsProps) {
  const { join, rows } = conditions;
  const first = variables[0];
  const add = () => {
    if (!first) return;
    const value = literal(first.kind, first.options?.[0]?.value ?? '');
    onChange({ join, rows: [...rows, { variable: first.key, comparator: '=', value }] });
  };
  return (
    <div className="settings-conditions">
      {rows.length > 1 ? (
        <Select
          label={`Rule ${number} holds when`}
          isLabelHidden
          options={JOINS}
          value={join}
          onChange={(next) => onChange({ join: next, rows })}
        />
      ) : null}
      {rows.map((row, index) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          key={index}
          row={row}
          name={`Comparison ${index + 1} of rule ${number}`}
          variables={variables}
          onChange={(next) => onChange({ join, rows: rows.map((old, at) => (at === index ? next : old)) })}
          onRemove={() => onChange({ join, rows: rows.toSpliced(index, 1) })}
        />
      ))}
      <div>
        <Button size="small" variant="quiet" onPress={add}>
          Add comparison
        </Button>
      </div>
    </div>
  );
}

const WORDS: { readonly [comparator in Comparator]: string } = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};

const ORDERED: ReadonlySet<string> = new Set(['number', 'date', 'time', 'date-time', 'duration']);

interface ConditionRowProps {
  row: Condition;
  name: string;
  variables: readonly FormVariable[];
  onChange(row: Condition): void;
  onRemove(): void;
}

function ConditionRow({ row, name, variables, onChange, onRemove }: ConditionRowProps) {
  const variable = variables.find(({ key }) => key === row.variable);
  const kind = variable?.kind ?? 'text';
  const comparators = COMPARATORS.filter((sign) => ORDERED.has(kind) || sign === '=' || sign === '!=');
  const choose = (key: string) => {
    const next = variables.find((candidate) => candidate.key === key);
    const value = literal(next?.kind ?? 'text', next?.options?.[0]?.value ?? '');
    onChange({ variable: key, comparator: '=', value });
  };
  return (
    <fieldset className="settings-condition" aria-label={name}>
      <Select
        label={`Variable of ${name.toLowerCase()}`}
        isLabelHidden
        options={variables.map(({ key, label }) => ({ id: key, label: label || key }))}
        value={variable ? row.variable : null}
        onChange={choose}
      />
      <Select
        label={`Comparator of ${name.toLowerCase()}`}
        isLabelHidden
        options={comparators.map((id) => ({ id, label: WORDS[id] }))}
        value={row.comparator}
        onChange={(comparator) => onChange({ ...row, comparator })}
      />
      <ValueField row={row} name={name} kind={kind} options={variable?.options} onChange={onChange} />
      <Button size="small" variant="quiet" aria-label={`Remove ${name.toLowerCase()}`} onPress={onRemove}>
        Remove
      </Button>
    </fieldset>
  );
}

interface ValueFieldProps {
  row: Condition;
  name: string;
  kind: string;
  options: FormVariable['options'];
  onChange(row: Condition): void;
}

const YES_NO = [
  { id: 'true', label: 'Yes' },
  { id: 'false', label: 'No' },
] as const;

function ValueField({ row, name, kind, options, onChange }: ValueFieldProps) {
  const label = `Value of ${name.toLowerCase()}`;
  const shown = shownLiteral(row.value);
  const write = (typed: string) => onChange({ ...row, value: literal(kind, typed) });
  if (kind === 'boolean') {
    return (
      <Select
        label={label}
        isLabelHidden
        options={YES_NO}
        value={shown === 'true' ? 'true' : 'false'}
        onChange={write}
      />
    );
  }
  if (options && options.length > 0) {
    const known = options.some(({ value }) => value === shown);
    return (
      <Select
        label={label}
        isLabelHidden
        options={options.map(({ value, label: words }) => ({ id: value, label: words }))}
        value={known ? shown : null}
        placeholder={shown || 'Choose a value'}
        onChange={write}
      />
    );
  }
  if (kind === 'number') {
    return (
      <NumberField
        label={label}
        isLabelHidden
        hasSteps={false}
        value={Number(shown)}
        onChange={(n) => write(String(Number.isNaN(n) ? 0 : n))}
      />
    );
  }
  return (
    <TextField
      label={label}
      isLabelHidden
      value={shown}
      onChange={write}
      {...(kind === 'date' ? { type: 'date' as const } : {})}
    />
  );
}
