import type { ElementType } from '#contract/element-type.ts';
import type { Insertion } from '../editor/draft.ts';
import type { Editor } from '../editor/editor.ts';
import { newElement } from '../editor/new-element.ts';
import type { Command } from './command.ts';

export type InsertWish = Partial<Omit<Insertion, 'element'>>;

/** Inserts an element of a type: after the selected ones unless the wish says otherwise. It is selected afterwards. */
export function insertElement(editor: Editor, type: ElementType, wish: InsertWish = {}): void {
  const after = wish.after ?? (wish.on === undefined && wish.at === undefined ? editor.state.selected : []);
  editor.edit(`Insert ${type.title}`, (draft) => [newElement(draft, type, { ...wish, after })]);
  editor.host.reveal(editor.state.selected);
  editor.host.focusSettings();
}

/** One insert command for a type of the catalogue. */
export function insertCommand(type: ElementType): Command {
  return {
    id: `insert-${type.type}`,
    title: `Insert ${type.title}`,
    group: 'Insert',
    ...(type.letter ? { keys: [type.letter.toUpperCase()] } : {}),
    run: (editor) => insertElement(editor, type),
  };
}
