import type { Editor } from '../editor/editor.ts';
import type { Panel } from '../editor/state.ts';
import { type Command, hasSelection } from './command.ts';

const view = (id: string, title: string, keys: readonly string[], run: (editor: Editor) => void): Command => ({
  id,
  title,
  group: 'View',
  keys,
  run,
});

function togglePanel(panel: Panel, title: string, keys: readonly string[]): Command {
  return view(`panel-${panel}`, title, keys, (editor) =>
    editor.look({ panel: editor.state.view.panel === panel ? undefined : panel }),
  );
}

export const views: readonly Command[] = [
  view('palette', 'Find a command or element', ['Mod+K'], (editor) => editor.show({ kind: 'palette' })),
  view('shortcuts', 'Show all shortcuts', ['?'], (editor) => editor.show({ kind: 'shortcuts' })),
  view('go-to', 'Go to an element', ['Mod+F'], (editor) => editor.show({ kind: 'go-to' })),
  view('fit', 'Show everything', ['Shift+1'], (editor) => editor.host.fit()),
  {
    ...view('fit-selection', 'Show what is selected', ['Shift+2'], (editor) => editor.host.fit(editor.state.selected)),
    enabled: hasSelection,
  },
  view('zoom-in', 'Zoom in', ['+'], (editor) => editor.host.zoom('in')),
  view('zoom-out', 'Zoom out', ['-'], (editor) => editor.host.zoom('out')),
  view('zoom-full', 'Full size', ['0'], (editor) => editor.host.zoom('full')),
  view('fold-choices', 'Fold Choices into their Questions', ['Shift+F'], (editor) =>
    editor.look({ folded: !editor.state.view.folded }),
  ),
  togglePanel('outline', 'Show or hide the outline', ['Mod+/']),
  togglePanel('problems', 'Show or hide problems', ['Mod+Shift+M']),
  togglePanel('variables', 'Show or hide variables', []),
  togglePanel('translations', 'Show or hide translations', []),
  togglePanel('tests', 'Show or hide tests', ['Mod+Alt+E']),
  togglePanel('comments', 'Show or hide comments', ['Mod+Alt+M']),
  togglePanel('versions', 'Show or hide versions', []),
];

/** Puts the cursor into the settings of the selected element. */
export const editSettings: Command = {
  id: 'edit-settings',
  title: 'Edit settings',
  group: 'Edit',
  keys: ['Enter'],
  enabled: hasSelection,
  run: (editor) => editor.host.focusSettings(),
};

export const quickAdd: Command = {
  id: 'quick-add',
  title: 'Insert after the selected element…',
  group: 'Insert',
  keys: ['A', 'Mod+Right'],
  run: (editor) => editor.show({ kind: 'quick-add', after: editor.state.selected }),
};
