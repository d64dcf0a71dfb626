import { useState } from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { KeyCap } from '#ui/key-cap.tsx';
import { SearchField } from '#ui/search-field.tsx';
import type { CommandGroup } from '../commands/command.ts';
import { commandsFor } from '../commands/table.ts';
import { useEditor } from '../page/editor-context.ts';
import './shortcuts-sheet.css';

const GROUPS: readonly CommandGroup[] = ['Insert', 'Edit', 'Connect', 'Select', 'Move', 'View', 'Run', 'File'];

/** All keys, from the same table that runs them. */
export function ShortcutsSheet() {
  const editor = useEditor();
  const [text, setText] = useState('');
  const wanted = text.toLowerCase();
  const commands = commandsFor(editor.catalog).filter(
    ({ title, keys, group }) =>
      keys && keys.length > 0 && `${title} ${group} ${keys.join(' ')}`.toLowerCase().includes(wanted),
  );
  return (
    <Dialog title="Shortcuts" size="large" isOpen onClose={() => editor.show(undefined)}>
      <SearchField label="Find a shortcut" value={text} onChange={setText} autoFocus />
      <p className="shortcuts-hint">Single keys work while the map has the focus.</p>
      <div className="shortcuts">
        {GROUPS.map((group) => {
          const rows = commands.filter((command) => command.group === group);
          return rows.length === 0 ? null : (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {rows.map(({ id, title, keys }) => (
                  <div key={id}>
                    <dt>{title}</dt>
                    <dd>
                      {keys?.map((key) => (
                        <KeyCap key={key} shortcut={key} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
