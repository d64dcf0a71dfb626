import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useMemo } from 'react';
import { commandsFor } from '../commands/table.ts';
import { commandFor, isForMapOnly } from './chords.ts';
import { useEditor } from './editor-context.ts';

/** Keys that the browser turns into events of their own: the clipboard, which it hands over without asking. */
const LEFT_TO_BROWSER = new Set(['cut', 'copy', 'paste']);

/** Keys that a text field needs for itself. */
const NEEDED_BY_FIELDS = new Set(['undo', 'redo', 'select-all', 'duplicate', 'delete']);

/**
 * Runs commands by their keys: those with Ctrl anywhere on the page, single keys only while the map has the focus.
 * Returns what the map calls on a key.
 */
export function useShortcuts(): (event: ReactKeyboardEvent) => void {
  const editor = useEditor();
  const commands = useMemo(() => commandsFor(editor.catalog), [editor.catalog]);

  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      const { dialog } = editor.state;
      if (event.defaultPrevented || (dialog !== undefined && dialog.kind !== 'rename')) return;
      const found = commandFor(commands, event);
      if (!found || isForMapOnly(found.chord) || LEFT_TO_BROWSER.has(found.command.id)) return;
      if (isField(event.target) && (NEEDED_BY_FIELDS.has(found.command.id) || /Left|Right|Up|Down/.test(found.chord)))
        return;
      if (found.command.id === 'rename' && isField(event.target)) return;
      event.preventDefault();
      if (found.command.enabled?.(editor) ?? true) found.command.run(editor);
    };
    window.addEventListener('keydown', keyDown);
    return () => window.removeEventListener('keydown', keyDown);
  }, [editor, commands]);

  return (event) => {
    if (event.defaultPrevented || isField(event.target)) return;
    const found = commandFor(commands, event);
    if (!found || LEFT_TO_BROWSER.has(found.command.id)) return;
    event.preventDefault();
    event.stopPropagation();
    if (found.command.enabled?.(editor) ?? true) found.command.run(editor);
  };
}

export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
