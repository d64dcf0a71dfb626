import { type KeyboardEvent, useRef, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { List, type ListItem } from './list.tsx';
import { SearchField } from './search-field.tsx';
import { words } from './words.ts';
import './find-dialog.css';

interface FinderProps {
  /** What is typed for: "Find a topic". */
  label: string;
  /** What the list holds: "Topics". */
  listLabel: string;
  items: readonly ListItem[];
  /** Said where nothing fits what is typed. */
  none: string;
  onChoose: (id: string) => void;
}

export interface FindDialogProps extends FinderProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
}

/** One of some things, found by typing: Enter takes the first that fits, Down leads into the list. */
export function FindDialog({ title, isOpen, onClose, ...finder }: FindDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <Finder {...finder} />
    </Dialog>
  );
}

function Finder({ label, listLabel, items, none, onChoose }: FinderProps) {
  const [text, setText] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const wanted = text.trim().toLowerCase();
  const found = items.filter(({ title }) => title.toLowerCase().includes(wanted));
  const take = () => {
    const [first] = found;
    if (first) onChoose(first.id);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    place.current?.querySelector<HTMLElement>('[role=row]')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of the field inside leads out of it
    <div ref={place} className="wm-finder" onKeyDown={keys}>
      <SearchField label={label} autoFocus value={text} onChange={setText} onSubmit={take} />
      <p role="status" className="wm-hidden">
        {wanted === '' ? '' : words.found(found.length)}
      </p>
      <List label={listLabel} items={found} empty={<p className="wm-finder-none">{none}</p>} onOpen={onChoose} />
    </div>
  );
}
