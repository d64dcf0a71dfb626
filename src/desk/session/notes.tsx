import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { KeyCap } from '#ui/key-cap.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { whenText } from '../app/clock.ts';
import { readStored, writeStored } from '../app/stored.ts';
import type { SessionShown } from './player-frame.tsx';

type Note = NonNullable<SessionShown['page']>['notes'][number];

interface NotesProps {
  readonly session: string;
  readonly notes: readonly Note[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayWrite: boolean;
  readonly focusable: Ref<{ focus(): void }>;
  /** Tells what went wrong, or undefined where the note is kept. */
  write(text: string): Promise<string | undefined>;
  leave(): void;
}

/** Notes on the call: always open, kept half-written over a reload, saved with Ctrl+Enter. */
export function Notes({ session, notes, names, mayWrite, focusable, write, leave }: NotesProps) {
  const key = `waymark.note.${session}`;
  const [text, setText] = useState(() => readStored(sessionStorage, key, '', isText));
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [kept, setKept] = useState('');
  const place = useRef<HTMLDivElement>(null);
  useImperativeHandle(
    focusable,
    () => ({
      focus() {
        const area = place.current?.querySelector('textarea');
        area?.focus();
        area?.setSelectionRange(area.value.length, area.value.length);
      },
    }),
    [],
  );

  const change = (next: string) => {
    setText(next);
    setProblem(undefined);
    setKept('');
    writeStored(sessionStorage, key, next);
  };
  const save = async () => {
    if (text.trim() === '' || saving) return;
    setSaving(true);
    const wrong = await write(text.trim());
    setSaving(false);
    if (wrong !== undefined) return setProblem(wrong);
    change('');
    setKept('Note added');
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') leave();
  };

  return (
    <section className="desk-notes" aria-labelledby={`notes-${session}`}>
      <h2 id={`notes-${session}`}>Notes</h2>
      {notes.length > 0 ? (
        <ol className="desk-note-list">
          {notes.map((note) => (
            <li key={`${note.n} ${note.at}`}>
              <p className="desk-note-text">{note.text}</p>
              <p className="desk-note-where">
                {names.get(note.element) ? `${names.get(note.element)}, ` : ''}
                {whenText(note.at, note.at)}
              </p>
            </li>
          ))}
        </ol>
      ) : null}
      {mayWrite ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys of the note reach it from the text inside
        <div ref={place} className="desk-note-new" onKeyDown={keys}>
          <TextArea
            label="New note"
            isLabelHidden
            placeholder="What the next colleague should know"
            value={text}
            onChange={change}
            error={problem}
            rows={3}
            maxLength={10_000}
          />
          <div className="desk-note-foot">
            <Button size="small" onPress={() => void save()} isDisabled={text.trim() === ''} isPending={saving}>
              Add note
            </Button>
            <KeyCap shortcut="Ctrl+Enter" />
            <span role="status" className="wm-hidden">
              {kept}
            </span>
          </div>
        </div>
      ) : null}
    </section>
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
