import { useState } from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { KeyCap } from '#ui/key-cap.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { DESK_KEYS, END_KEYS, HOME_KEYS, PAGE_KEYS, type ShortcutRow } from './shortcuts.ts';

const GROUPS: readonly (readonly [string, readonly ShortcutRow[]])[] = [
  ['On a page', PAGE_KEYS],
  ['At the desk', Object.values(DESK_KEYS)],
  ['In the list', HOME_KEYS],
  ['After the call', END_KEYS],
];

/** Every key there is, from the same table the handlers read; typing finds one by what it does. */
export function ShortcutSheet({ close }: { close(): void }) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = GROUPS.map(
    ([heading, rows]) =>
      [heading, rows.filter((row) => `${row.shortcut} ${row.says}`.toLowerCase().includes(wanted))] as const,
  ).filter(([, rows]) => rows.length > 0);
  return (
    <Dialog title="Keys" isOpen onClose={close} size="large">
      <SearchField label="Find a key" autoFocus value={text} onChange={setText} />
      <div className="desk-sheet">
        {found.map(([heading, rows]) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <dl>
              {rows.map(({ shortcut, says }) => (
                <div key={shortcut}>
                  <dt>
                    <KeyCap shortcut={shortcut} />
                  </dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {found.length === 0 ? <p className="desk-nothing">No key does that.</p> : null}
      </div>
    </Dialog>
  );
}
