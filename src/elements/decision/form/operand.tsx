import { Plus, Trash2, Variable } from 'lucide-react';
import { COMPARATORS, operandType } from '#expressions/comparators.ts';
import type { Row } from '#expressions/rows/row.ts';
import type { Json } from '#prelude/json.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import { IconButton, IconToggle } from '#ui/icon-button.tsx';
import type { Subject } from './subjects.ts';
import { ValueField } from './value-field.tsx';

export interface OperandProps {
  row: Row;
  subject: Subject;
  subjects: readonly Subject[];
  name: string;
  onChange(row: Row): void;
}

/** What a condition compares with: nothing, one value or another variable, two ends, or any number of values. */
export function Operand(props: OperandProps) {
  switch (COMPARATORS[props.row.comparator].operands) {
    case 'none':
      return null;
    case 'one':
      return <OneOperand {...props} />;
    case 'two':
      return <TwoOperands {...props} />;
    case 'many':
      return <ManyOperands {...props} />;
  }
}

function OneOperand({ row, subject, subjects, name, onChange }: OperandProps) {
  const { variable, comparator, value, other } = row;
  const type = operandType(subject.type);
  const others = subjects.filter((each) => each.path !== subject.path && isAlike(each.type.kind, type.kind));
  const comparesOther = other !== undefined;
  return (
    <div className="decision-operand">
      {comparesOther ? (
        <ComboBox
          key={other}
          label={`Variable that ${name} compares with`}
          isLabelHidden
          options={others.map(({ path, label }) => ({ id: path, label, description: path }))}
          value={others.some(({ path }) => path === other) ? other : null}
          placeholder={other}
          onChange={(path) => path !== null && path !== other && onChange({ variable, comparator, other: path })}
        />
      ) : (
        <ValueField
          label={`Value of ${name}`}
          type={type}
          options={subject.options}
          value={value}
          onChange={(next) =>
            onChange(next === undefined ? { variable, comparator } : { variable, comparator, value: next })
          }
        />
      )}
      {others.length > 0 || comparesOther ? (
        <IconToggle
          size="small"
          label={`Compare ${name} with a variable`}
          icon={<Variable />}
          isSelected={comparesOther}
          onChange={(is) => {
            const [first] = others;
            onChange(is && first ? { variable, comparator, other: first.path } : { variable, comparator });
          }}
        />
      ) : null}
    </div>
  );
}

function isAlike(a: string, b: string): boolean {
  const textual = (kind: string) => kind === 'text' || kind === 'option';
  return a === b || (textual(a) && textual(b));
}

function TwoOperands({ row, subject, name, onChange }: OperandProps) {
  const [low, high] = valuesOf(row);
  const field = (label: string, value: Json | undefined, put: (next: Json) => readonly Json[]) => (
    <ValueField
      label={`${label} of ${name}`}
      shownLabel={label}
      type={operandType(subject.type)}
      options={subject.options}
      value={value ?? undefined}
      onChange={(next) => onChange({ ...row, value: [...put(next ?? null)] })}
    />
  );
  return (
    <div className="decision-two">
      {field('From', low, (next) => [next, high ?? null])}
      {field('To', high, (next) => [low ?? null, next])}
    </div>
  );
}

function ManyOperands({ row, subject, name, onChange }: OperandProps) {
  const values = valuesOf(row);
  const put = (next: readonly Json[]) => onChange({ ...row, value: [...next] });
  if (subject.options.length > 0) return <ManyOptions values={values} subject={subject} name={name} onChange={put} />;
  return (
    <div className="decision-many">
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values have no identity but their place
        <div key={index} className="decision-operand">
          <ValueField
            label={`Value ${index + 1} of ${name}`}
            type={operandType(subject.type)}
            options={subject.options}
            value={value ?? undefined}
            onChange={(next) => put(values.map((old, at) => (at === index ? (next ?? null) : old)))}
          />
          <IconButton
            size="small"
            label={`Remove value ${index + 1} of ${name}`}
            icon={<Trash2 />}
            onPress={() => put(values.toSpliced(index, 1))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          variant="quiet"
          icon={<Plus />}
          aria-label={`Add value to ${name}`}
          onPress={() => put([...values, null])}
        >
          Add value
        </Button>
      </div>
    </div>
  );
}

interface ManyOptionsProps {
  values: readonly Json[];
  subject: Subject;
  name: string;
  onChange(values: readonly Json[]): void;
}

/** The options ticked; values that no option has any more stay until they are taken away. */
function ManyOptions({ values, subject, name, onChange }: ManyOptionsProps) {
  const known = subject.options.map(({ value, label }) => ({ id: value, label }));
  const gone = values.filter((value) => typeof value === 'string' && !known.some(({ id }) => id === value)).map(String);
  return (
    <div className="decision-options">
      <CheckboxGroup
        label={`Values of ${name}`}
        isLabelHidden
        options={[...known, ...gone.map((id) => ({ id, label: `${id} (no Choice has it)` }))]}
        value={values.map(String)}
        onChange={onChange}
      />
    </div>
  );
}

function valuesOf({ value }: Row): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
