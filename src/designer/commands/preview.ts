import { type Command, oneSelected } from './command.ts';

export const previewFromStart: Command = {
  id: 'preview',
  title: 'Preview from the start',
  group: 'Run',
  keys: ['P'],
  enabled: (editor) => editor.interaction.start !== undefined,
  run: (editor) => editor.look({ panel: 'preview', preview: { from: undefined } }),
};

export const previewFromSelection: Command = {
  id: 'preview-from-here',
  title: 'Preview from the selected element',
  group: 'Run',
  keys: ['Shift+P'],
  enabled: oneSelected,
  run: (editor) => editor.look({ panel: 'preview', preview: { from: editor.state.selected[0] } }),
};
