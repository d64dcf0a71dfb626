import { writeInteraction } from '#format/write.ts';
import { slug } from '../editor/slug.ts';
import type { Command } from './command.ts';

export const newInteraction: Command = {
  id: 'new',
  title: 'New Interaction',
  group: 'File',
  run: (editor) => editor.host.newInteraction(),
};

export const openFile: Command = {
  id: 'open-file',
  title: 'Open file…',
  group: 'File',
  keys: ['Mod+O'],
  run: (editor) => editor.host.openFile(),
};

export const saveFile: Command = {
  id: 'save-file',
  title: 'Save as file',
  group: 'File',
  keys: ['Mod+S'],
  run(editor) {
    const { interaction } = editor;
    const name = `${slug(interaction.name).replaceAll('_', '-') || 'interaction'}.interaction.json`;
    editor.host.saveFile(name, writeInteraction(interaction));
    editor.say(`Saved as ${name}; every edit is kept in this browser anyway`);
  },
};

export const publish: Command = {
  id: 'publish',
  title: 'Publish…',
  group: 'File',
  keys: ['Mod+Shift+P'],
  run: (editor) => editor.show({ kind: 'publish' }),
};
