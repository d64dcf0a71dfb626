import type { Editor } from '../editor/editor.ts';

export type CommandGroup = 'Insert' | 'Edit' | 'Connect' | 'Select' | 'Move' | 'View' | 'Run' | 'File';

/** One thing a person can do. Menus, palette, shortcuts and the sheet of shortcuts are all made from these. */
export interface Command {
  readonly id: string;
  /** What it does, as a button would say it. */
  readonly title: string;
  readonly group: CommandGroup;
  /**
   * Key chords such as `Mod+Shift+Z`; `Mod` is Ctrl, or ⌘ on a Mac. Chords without Ctrl or Alt count only while the
   * map has the focus.
   */
  readonly keys?: readonly string[];
  /** Whether there is something to do it with now. */
  enabled?(editor: Editor): boolean;
  run(editor: Editor): void;
}

export function hasSelection(editor: Editor): boolean {
  return editor.state.selected.length > 0;
}

export function oneSelected(editor: Editor): boolean {
  return editor.state.selected.length === 1;
}
