import { Trash2 } from 'lucide-react';
import { COMPARATORS, comparatorsFor } from '#expressions/comparators.ts';
import type { Row } from '#expressions/rows/row.ts';
import type { ValueType } from '#expressions/value-type.ts';
import { startOfSentence } from '#expressions/words.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Select } from '#ui/select.tsx';
import { isCompleteRow, newRow, withComparator } from './condition-tree.ts';
import { Operand } from './operand.tsx';
import type { Subject } from './subjects.ts';

export interface ConditionRowProps {
  row: Row;
  subjects: readonly Subject[];
  /** `condition 1 of rule 2`. */
  name: string;
  onChange(row: Row): void;
  onRemove(): void;
}

/** One condition: what is asked about, how it is compared, and with what. */
export function ConditionRow({ row, subjects, name, onChange, onRemove }: ConditionRowProps) {
  const subject = subjects.find(({ path }) => path === row.variable);
  const comparators = subject ? comparatorsFor(subject.type) : [row.comparator];
  const choose = (path: string | null) => {
    const next = subjects.find((candidate) => candidate.path === path);
    if (next && next.path !== row.variable) onChange(newRow(next));
  };
  return (
    <fieldset className="decision-condition" aria-label={startOfSentence(name)}>
      <div className="decision-condition-subject">
        <ComboBox
          key={row.variable}
          label={`What ${name} asks about`}
          isLabelHidden
          options={subjects.map(({ path, label }) => ({ id: path, label, description: path }))}
          value={subject ? row.variable : null}
          placeholder={row.variable}
          onChange={choose}
        />
        <IconButton size="small" label={`Remove ${name}`} icon={<Trash2 />} onPress={onRemove} />
      </div>
      <Select
        label={`How ${name} compares`}
        isLabelHidden
        options={comparators.map((id) => ({ id, label: comparatorWords(id, subject?.type) }))}
        value={row.comparator}
        onChange={(comparator) => subject && onChange(withComparator(row, comparator, subject))}
      />
      {subject ? <Operand row={row} subject={subject} subjects={subjects} name={name} onChange={onChange} /> : null}
      {isCompleteRow(row) ? null : (
        <p className="decision-missing">A value is missing. Until it is there, the rule stays as it was.</p>
      )}
    </fieldset>
  );
}

const TIMES: ReadonlySet<ValueType['kind']> = new Set(['date', 'time', 'date-time']);

function comparatorWords(id: keyof typeof COMPARATORS, type: ValueType | undefined): string {
  const facts: { readonly words: string; readonly wordsForTime?: string } = COMPARATORS[id];
  return type && TIMES.has(type.kind) ? (facts.wordsForTime ?? facts.words) : facts.words;
}
