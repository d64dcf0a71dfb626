import { Dialog } from '#ui/dialog.tsx';
import { KeyCap } from '#ui/key-cap.tsx';
import { DESK_KEYS, END_KEYS, HOME_KEYS, PAGE_KEYS, type ShortcutRow } from './shortcuts.ts';

const GROUPS: readonly (readonly [string, readonly ShortcutRow[]])[] = [
  ['On a page', PAGE_KEYS],
  ['At the desk', Object.values(DESK_KEYS)],
  ['In the list', HOME_KEYS],
  ['After the call', END_KEYS],
];

/** Every key there is, from the same table the handlers read. */
export function ShortcutSheet({ close }: { close(): void }) {
  return (
    <Dialog title="Keys" isOpen onClose={close} size="large">
      <div className="desk-sheet">
        {GROUPS.map(([heading, rows]) => (
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
      </div>
    </Dialog>
  );
}
