import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import type { RowsPartProps } from '#ui/element-form.ts';
import { IconButton } from '#ui/icon-button.tsx';

/** Things in an order: each in its frame, with the ways to move and remove it. */
export function Rows({ label, description, count, nameOf, row, add, onAdd, onRemove, onMove }: RowsPartProps) {
  const [told, setTold] = useState('');
  const list = useRef<HTMLFieldSetElement>(null);
  const next = useRef<{ readonly index: number; readonly way: 'up' | 'down' }>(undefined);
  // Rows are known by their place: whoever moves one goes along, and can move it on.
  useEffect(() => {
    const wanted = next.current;
    next.current = undefined;
    const row = wanted && list.current?.querySelectorAll(':scope > .settings-row')[wanted.index];
    const [up, down] = row?.querySelectorAll<HTMLButtonElement>('.settings-row-head button') ?? [];
    const [first, second] = wanted?.way === 'up' ? [up, down] : [down, up];
    (first?.disabled ? second : first)?.focus();
  });
  const move = (from: number, to: number) => {
    next.current = { index: to, way: to < from ? 'up' : 'down' };
    setTold(`Now number ${to + 1} of ${count}`);
    onMove(from, to);
  };
  const remove = (index: number) => {
    setTold(`${nameOf(index)} removed`);
    onRemove(index);
  };
  return (
    <fieldset ref={list} className="settings-rows">
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
              onPress={() => move(index, index - 1)}
            />
            <IconButton
              size="small"
              label={`Move ${nameOf(index)} down`}
              icon={<ArrowDown />}
              isDisabled={index === count - 1}
              onPress={() => move(index, index + 1)}
            />
            <IconButton
              size="small"
              label={`Remove ${nameOf(index)}`}
              icon={<Trash2 />}
              onPress={() => remove(index)}
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
      <span className="wm-hidden" aria-live="polite">
        {told}
      </span>
    </fieldset>
  );
}
