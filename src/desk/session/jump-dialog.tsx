import { useState } from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { List } from '#ui/list.tsx';
import { SearchField } from '#ui/search-field.tsx';
import type { SessionShown } from './player-frame.tsx';

type EntryPoint = NonNullable<SessionShown['page']>['entryPoints'][number];

interface JumpDialogProps {
  readonly entryPoints: readonly EntryPoint[];
  jump(to: EntryPoint['element']): void;
  close(): void;
}

/** The customer changes the topic: every place that may be entered from anywhere, found by typing. */
export function JumpDialog({ entryPoints, jump, close }: JumpDialogProps) {
  const [text, setText] = useState('');
  const found = entryPoints.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  const take = (element: EntryPoint['element'] | undefined) => {
    if (element !== undefined) jump(element);
  };
  return (
    <Dialog title="Go to another topic" isOpen onClose={close}>
      <div className="desk-jump">
        <SearchField
          label="Find a topic"
          autoFocus
          value={text}
          onChange={setText}
          onSubmit={() => take(found[0]?.element)}
        />
        <List
          label="Topics"
          items={found.map(({ element, name }) => ({ id: element, title: name }))}
          empty={<p className="desk-nothing">No topic fits.</p>}
          onOpen={(id) => take(found.find(({ element }) => element === id)?.element)}
        />
      </div>
    </Dialog>
  );
}
