import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import type { RowsPartProps } from '#ui/element-form.ts';
import { IconButton } from '#ui/icon-button.tsx';

/** Things in an order: each in its frame, with the ways to move and remove it. */
export function Rows({ label, description, count, nameOf, row, add, onAdd, onRemove, onMove }: RowsPartProps) {
  return (
    <fieldset className="settings-rows">
      <legend className="wm-label">{label}</legend>
      {description ? <p className="wm-field-description">{description}</p> : null}
      {Array.from({ length: count }, (_unused, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <fieldset key={index} className="settings-row" aria-label={nameOf(index)}>
          <div className="settings-row-head">
            <span className="settings-row-name">{nameOf(index)}</span>
            <IconButton
              size="small"
              label={`Move ${nameOf(index)} up`}
              icon={<ArrowUp />}
              isDisabled={index === 0}
              onPress={() => onMove(index, index - 1)}
            />
            <IconButton
              size="small"
              label={`Move ${nameOf(index)} down`}
              icon={<ArrowDown />}
              isDisabled={index === count - 1}
              onPress={() => onMove(index, index + 1)}
            />
            <IconButton
              size="small"
              label={`Remove ${nameOf(index)}`}
              icon={<Trash2 />}
              onPress={() => onRemove(index)}
            />
          </div>
          {row(index)}
        </fieldset>
      ))}
      <div>
        <Button size="small" icon={<Plus />} onPress={onAdd}>
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
