import { Plus, Trash2 } from 'lucide-react';
import { isRowGroup, type Row, type RowGroup } from '#expressions/rows/row.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Select } from '#ui/select.tsx';
import { ConditionRow } from './condition-row.tsx';
import { newRow } from './condition-tree.ts';
import type { Subject } from './subjects.ts';

export interface ConditionGroupProps {
  group: RowGroup;
  subjects: readonly Subject[];
  /** What it is called by those who hear it: `rule 1`, `group 2 of rule 1`. */
  name: string;
  /** Groups within groups so far. */
  depth: number;
  onChange(group: RowGroup): void;
  /** Left out for the outermost. */
  onRemove?: () => void;
}

const MATCHES = [
  { id: 'all', label: 'All of these hold' },
  { id: 'any', label: 'Any of these holds' },
] as const;

/** Deeper than that, text is easier to read. */
const MOST_DEPTH = 4;

/** Conditions, and groups of them, of which all or any must hold. */
export function ConditionGroup(props: ConditionGroupProps) {
  const { group, subjects, name, depth, onChange, onRemove } = props;
  const { match, rows } = group;
  const [first] = subjects;
  const put = (next: readonly (Row | RowGroup)[]) => onChange({ match, rows: next });
  return (
    <fieldset className="decision-group" data-depth={depth} aria-label={`Conditions of ${name}`}>
      {rows.length > 1 || onRemove ? (
        <div className="decision-group-head">
          <Select
            label={`What must hold of ${name}`}
            isLabelHidden
            options={MATCHES}
            value={match}
            onChange={(next) => onChange({ match: next, rows })}
          />
          {onRemove ? <IconButton size="small" label={`Remove ${name}`} icon={<Trash2 />} onPress={onRemove} /> : null}
        </div>
      ) : null}
      {rows.map((row, index) => {
        const change = (next: Row | RowGroup) => put(rows.map((old, at) => (at === index ? next : old)));
        const remove = () => put(rows.toSpliced(index, 1));
        return isRowGroup(row) ? (
          <ConditionGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            key={index}
            group={row}
            subjects={subjects}
            name={`group ${index + 1} of ${name}`}
            depth={depth + 1}
            onChange={change}
            onRemove={remove}
          />
        ) : (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            key={index}
            row={row}
            subjects={subjects}
            name={`condition ${index + 1} of ${name}`}
            onChange={change}
            onRemove={remove}
          />
        );
      })}
      <div className="decision-group-acts">
        <Button
          size="small"
          variant="quiet"
          icon={<Plus />}
          isDisabled={!first}
          aria-label={`Add condition to ${name}`}
          onPress={() => first && put([...rows, newRow(first)])}
        >
          Add condition
        </Button>
        {depth < MOST_DEPTH ? (
          <Button
            size="small"
            variant="quiet"
            icon={<Plus />}
            isDisabled={!first}
            aria-label={`Add group to ${name}`}
            onPress={() => first && put([...rows, { match: match === 'all' ? 'any' : 'all', rows: [newRow(first)] }])}
          >
            Add group
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
