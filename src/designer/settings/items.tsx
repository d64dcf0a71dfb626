import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronRight,
  Copy,
  Ellipsis,
  GripVertical,
  Plus,
  Trash2,
} from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import type { FormItemPart, ItemsPartProps } from '#ui/element-form.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#ui/menu.tsx';
import { type ItemDragging, useItemDragging } from './item-dragging.ts';
import './items.css';

/** Where the focus goes once the list has changed. */
type NextFocus = { readonly index: number; readonly on: 'name' | 'body' } | undefined;

/**
 * Things in an order, one of them open at a time: added, moved by buttons, by Alt and the arrows or by dragging, doubled
 * and deleted.
 */
export function Items({ label, items, empty, add, exchange, onMove, onDuplicate, onRemove }: ItemsPartProps) {
  const [open, setOpen] = useState<number | undefined>(undefined);
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const next = useRef<NextFocus>(undefined);
  useEffect(() => {
    const wanted = next.current;
    const item = wanted && list.current?.children[wanted.index];
    if (!item) return;
    next.current = undefined;
    const name = item.querySelector<HTMLElement>('.settings-item-name');
    const field = item.querySelector<HTMLElement>('.settings-item-body :is(textarea, input)');
    ((wanted.on === 'body' ? field : name) ?? name)?.focus();
  });
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || from === to) return;
    onMove(from, to);
    setOpen((now) => (now === undefined ? undefined : placeAfterMove(now, from, to)));
    setTold(`${items[from]?.name} is now number ${to + 1} of ${items.length}`);
    next.current = { index: to, on: 'name' };
  };
  const insert = (index: number, act: () => void) => {
    act();
    setOpen(index);
    next.current = { index, on: 'body' };
  };
  const remove = (index: number) => {
    onRemove(index);
    setOpen((now) => (now === undefined || now === index ? undefined : now > index ? now - 1 : now));
    setTold(`${items[index]?.name} deleted`);
    next.current = { index: Math.max(0, Math.min(index, items.length - 2)), on: 'name' };
  };
  const dragging = useItemDragging(items.length, exchange, move, (to) => {
    setOpen(undefined);
    next.current = { index: to, on: 'name' };
  });
  return (
    // What is dragged can also be moved by keys and by the menu of each thing.
    <div className="settings-items" data-drop={dragging.isOverEnd || undefined} {...dragging.list}>
      {items.length === 0 ? <p className="wm-field-description">{empty}</p> : null}
      <ol ref={list} aria-label={label}>
        {items.map((item, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
            key={index}
            className="settings-item"
            {...dragging.item(index)}
          >
            <ItemHead
              item={item}
              index={index}
              count={items.length}
              isOpen={open === index}
              onToggle={() => setOpen(open === index ? undefined : index)}
              onMove={(to) => move(index, to)}
              onDuplicate={() => insert(index + 1, () => onDuplicate(index))}
              onRemove={() => remove(index)}
              grip={dragging.grip(index, item.name)}
            />
            {open === index ? (
              <fieldset className="settings-item-body" aria-label={item.name}>
                {item.body()}
              </fieldset>
            ) : null}
          </li>
        ))}
      </ol>
      <div className="settings-item-adds">
        {add.map(({ label: words, onAdd }) => (
          <Button key={words} size="small" icon={<Plus />} onPress={() => insert(items.length, onAdd)}>
            {words}
          </Button>
        ))}
      </div>
      <span className="wm-hidden" role="status">
        {told}
      </span>
    </div>
  );
}

function placeAfterMove(place: number, from: number, to: number): number {
  if (place === from) return to;
  if (from < place && place <= to) return place - 1;
  return to <= place && place < from ? place + 1 : place;
}

interface ItemHeadProps {
  item: FormItemPart;
  index: number;
  count: number;
  isOpen: boolean;
  onToggle(): void;
  onMove(to: number): void;
  onDuplicate(): void;
  onRemove(): void;
  grip: ReturnType<ItemDragging['grip']>;
}

function ItemHead({ item, index, count, isOpen, onToggle, onMove, onDuplicate, onRemove, grip }: ItemHeadProps) {
  const { name, note, more = [] } = item;
  const byKey = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index + step);
  };
  const entries: readonly MenuEntry[] = [
    { kind: 'action', id: 'duplicate', label: 'Duplicate', icon: <Copy />, onAction: onDuplicate },
    ...more.map(({ label, onAct }) => ({ kind: 'action', id: label, label, onAction: onAct }) as const),
    { kind: 'action', id: 'delete', label: 'Delete', icon: <Trash2 />, isDanger: true, onAction: onRemove },
  ];
  return (
    <div className="settings-item-head">
      <span className="settings-item-grip" draggable aria-hidden="true" {...grip}>
        <GripVertical />
      </span>
      <button
        type="button"
        className="settings-item-name"
        aria-expanded={isOpen}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={onToggle}
        onKeyDown={byKey}
      >
        {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
        <span>
          {name}
          {note === undefined ? null : <small>{note}</small>}
        </span>
      </button>
      <IconButton
        size="small"
        label={`Move ${name} up`}
        icon={<ArrowUp />}
        isDisabled={index === 0}
        onPress={() => onMove(index - 1)}
      />
      <IconButton
        size="small"
        label={`Move ${name} down`}
        icon={<ArrowDown />}
        isDisabled={index === count - 1}
        onPress={() => onMove(index + 1)}
      />
      <Menu
        placement="bottom end"
        trigger={<IconButton size="small" label={`More for ${name}`} icon={<Ellipsis />} />}
        entries={entries}
      />
    </div>
  );
}
