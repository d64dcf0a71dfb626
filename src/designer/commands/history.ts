import type { Command } from './command.ts';

export const undo: Command = {
  id: 'undo',
  title: 'Undo',
  group: 'Edit',
  keys: ['Mod+Z'],
  enabled: (editor) => editor.history.undoable !== undefined,
  run: (editor) => editor.undo(),
};

export const redo: Command = {
  id: 'redo',
  title: 'Redo',
  group: 'Edit',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  enabled: (editor) => editor.history.redoable !== undefined,
  run: (editor) => editor.redo(),
};
