import { type ReactNode, useMemo, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { Dialog } from '#ui/dialog.tsx';
import './picker.css';

export interface PickerItem {
  readonly id: string;
  readonly label: string;
  /** What else it is found by. */
  readonly also?: string | undefined;
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  readonly trailing?: ReactNode;
}

export interface PickerProps {
  title: string;
  /** What the field asks for. */
  placeholder: string;
  items: readonly PickerItem[];
  onPick: (id: string) => void;
  onClose: () => void;
  empty?: string;
}

/** So many are drawn; typing finds the others. */
const MOST = 60;

/** One of many, found by typing: commands, elements, types. Arrows move, Enter takes, Escape leaves. */
export function Picker({ title, placeholder, items, onPick, onClose, empty = 'Nothing matches' }: PickerProps) {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => ranked(items, typed).slice(0, MOST), [items, typed]);
  return (
    <Dialog title={title} isOpen onClose={onClose} size="medium">
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableVirtualFocus={false}>
        <SearchField aria-label={placeholder} autoFocus className="picker-search">
          <Input
            className="wm-input"
            placeholder={placeholder}
            onKeyDownCapture={(event) => {
              if (event.key !== 'Escape') return;
              // The field would only empty itself: whoever leaves wants to be out.
              event.preventDefault();
              event.stopPropagation();
              onClose();
            }}
          />
        </SearchField>
        {/* The first that fits is read by itself. */}
        <p role="status" className="wm-hidden">
          {found.length === 0 ? empty : ''}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
        <div className="picker-scroll" tabIndex={0}>
          <ListBox<PickerItem>
            aria-label={title}
            className="picker-list"
            items={found}
            selectionMode="none"
            onAction={(key) => onPick(String(key))}
            renderEmptyState={() => <p className="picker-empty">{empty}</p>}
          >
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.label} className="picker-item">
                {item.icon}
                <span className="picker-label">{item.label} </span>
                {item.description ? <span className="picker-description">{item.description} </span> : null}
                {item.trailing}
              </ListBoxItem>
            )}
          </ListBox>
        </div>
      </Autocomplete>
    </Dialog>
  );
}

/** What begins with the words first, then what holds them all. */
function ranked(items: readonly PickerItem[], typed: string): readonly PickerItem[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return items;
  const starts: PickerItem[] = [];
  const holds: PickerItem[] = [];
  for (const item of items) {
    const label = item.label.toLowerCase();
    const all = `${label} ${item.also?.toLowerCase() ?? ''} ${item.description?.toLowerCase() ?? ''}`;
    if (!words.every((word) => all.includes(word))) continue;
    (label.startsWith(words[0] ?? '') ? starts : holds).push(item);
  }
  return [...starts, ...holds];
}
